package io.carryon.ticketing.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket that its owner would give away.
 *
 * @param giver who owned it then, and does until it is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handover(
        UUID id,
        UUID ticketId,

        @Schema(description = "Who owned the ticket, and does until it is accepted", examples = "agent-1")
        String giver,

        @Schema(description = "Who offered it", examples = "agent-1")
        String offeredBy,

        To to,

        @Schema(examples = "She writes French; the refund is agreed.")
        String note,

        State state,

        @Schema(description = "Why it was declined", examples = "I am off from tomorrow")
        String reason,

        Instant offeredAt,
        @Schema(examples = "agent-2") String settledBy,
        Instant settledAt) {

    /** Whom it goes to. */
    @Schema(name = "HandoverTo")
    public record To(
            Kind kind,

            @Schema(description = "Subject of the agent's token, or name of the team or queue", examples = "agent-2")
            String name) {}

    /** Who can get a ticket. */
    @Schema(name = "HandoverKind")
    public enum Kind {
        agent,
        team,
        queue
    }

    /** How it stands. */
    @Schema(name = "HandoverState")
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** The giver keeps it after all. */
        WITHDRAWN,
        /** Somebody else got the ticket meanwhile, or it was closed. */
        LAPSED
    }

    static Handover offered(UUID id, UUID ticketId, String giver, String by, To to, String note, Instant now) {
        return new Handover(id, ticketId, giver, by, to, note, State.OFFERED, null, now, null, null);
    }

    /** The same, settled; 409 when it is already, in another way. */
    Handover settled(State as, String why, String by, Instant now) {
        if (state != State.OFFERED) {
            throw ProblemException.conflict(
                    "handover-settled", "The handover is %s: look at the ticket, and offer it anew.".formatted(state));
        }
        return new Handover(id, ticketId, giver, offeredBy, to, note, as, why, offeredAt, by, now);
    }
}
