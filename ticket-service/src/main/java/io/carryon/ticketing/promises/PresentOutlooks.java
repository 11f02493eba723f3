package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.outbox.Outlook.Step;
import io.carryon.ticketing.outbox.Outlooks;
import io.carryon.ticketing.sla.Waiting;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What staff promised; where they promised nothing, what the policy lets expect. Two statements for a batch. */
@ApplicationScoped
public class PresentOutlooks implements Outlooks {

    private final PromiseStore promises;
    private final Waiting waiting;

    public PresentOutlooks(PromiseStore promises, Waiting waiting) {
        this.promises = promises;
        this.waiting = waiting;
    }

    @Override
    public Map<UUID, Outlook> after(List<Happening> happenings) {
        var latest = happenings.stream()
                .collect(Collectors.toMap(Happening::ticketId, happening -> happening, (before, after) -> after));
        latest.values().removeIf(happening -> isDone(happening.after()));
        if (latest.isEmpty()) {
            return Map.of();
        }
        var owed = promises.owed(latest.keySet());
        var now = latest.values().stream()
                .map(Happening::at)
                .max(Instant::compareTo)
                .orElseThrow();
        var next = waiting.of(latest.keySet(), now);
        var outlooks = new HashMap<UUID, Outlook>();
        latest.keySet()
                .forEach(ticket -> outlook(owed.get(ticket), next.get(ticket))
                        .ifPresent(outlook -> outlooks.put(ticket, outlook)));
        return outlooks;
    }

    /** What the customer of a ticket can expect at the time; empty when it is done. In the caller's transaction. */
    public Optional<Outlook> of(UUID ticket, TicketState state, Instant now) {
        if (isDone(state)) {
            return Optional.empty();
        }
        var ids = List.of(ticket);
        return outlook(promises.owed(ids).get(ticket), waiting.of(ids, now).get(ticket));
    }

    static Optional<Outlook> outlook(Promise owed, Waiting.Next next) {
        if (owed != null) {
            var words = owed.step() == null ? Step.PROMISED.words() : owed.step();
            return Optional.of(new Outlook(words, Step.PROMISED, owed.dueAt(), true));
        }
        return Optional.ofNullable(next).map(found -> {
            var step = step(found);
            return new Outlook(step.words(), step, found.by(), false);
        });
    }

    private static Step step(Waiting.Next next) {
        return switch (next.pause()) {
            case CUSTOMER -> Step.WAITING_FOR_CUSTOMER;
            case HOLD -> Step.ON_HOLD;
            case null, default -> Step.valueOf(next.kind().name());
        };
    }

    private static boolean isDone(TicketState state) {
        return state.status() == TicketStatus.RESOLVED || state.status() == TicketStatus.CLOSED;
    }
}
