package io.carryon.ticketing.workflow;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What a ticket needs to be resolved or closed. */
@ApplicationScoped
class Endings {

    private final Resolutions resolutions;
    private final List<EndCondition> conditions;

    Endings(Resolutions resolutions, @All List<EndCondition> conditions) {
        this.resolutions = resolutions;
        this.conditions = conditions;
    }

    /**
     * How the ticket ends when it becomes {@code to}: as said now, or before. 409 when something else is missing, 422 when
     * it is to be closed and nobody said how it ends.
     */
    Optional<StatusMove.Resolution> of(Ticket ticket, TicketStatus to, StatusMove move, WorkflowState before) {
        if (!to.isDone()) {
            return Optional.empty();
        }
        conditions.forEach(condition -> condition.check(ticket));
        if (move.resolution() != null) {
            var code = move.resolution().code();
            if (resolutions.one(code).filter(ResolutionCode::active).isEmpty()) {
                throw ProblemException.invalid("/resolution/code", "must be one of " + codes());
            }
            return Optional.of(move.resolution());
        }
        if (before.resolutionCode() != null) {
            return Optional.of(new StatusMove.Resolution(before.resolutionCode(), before.explanation()));
        }
        if (to == TicketStatus.CLOSED) {
            throw ProblemException.of(
                    422,
                    "resolution-needed",
                    "A ticket is not closed without an answer",
                    "Send resolution with a code, one of %s, and a reason that the customer can read."
                            .formatted(codes()));
        }
        return Optional.empty();
    }

    private List<String> codes() {
        return resolutions.all().stream()
                .filter(ResolutionCode::active)
                .map(ResolutionCode::code)
                .toList();
    }
}
