package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the ledger of promises beside the log: a projection of it, at most two statements for a batch. */
@ApplicationScoped
class PromiseKeeper implements LogProjection {

    private static final Set<TicketEvent.Type> OF_CONCERN = Set.of(
            TicketEvent.Type.REPLIED,
            TicketEvent.Type.CALL_ANSWERED,
            TicketEvent.Type.STATUS_CHANGED,
            TicketEvent.Type.NEXT_STEP_CHANGED,
            TicketEvent.Type.PROMISE_DUE,
            TicketEvent.Type.PROMISE_BROKEN,
            TicketEvent.Type.MERGED);

    private record Key(UUID ticketId, int number) {}

    private final PromiseStore promises;

    PromiseKeeper(PromiseStore promises) {
        this.promises = promises;
    }

    @Override
    public void follow(List<Happening> happenings) {
        var telling = happenings.stream()
                .filter(happening -> OF_CONCERN.contains(happening.event().type()))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var owed = new HashMap<>(
                promises.owed(telling.stream().map(Happening::ticketId).collect(Collectors.toSet())));
        var changed = new LinkedHashMap<Key, Promise>();
        for (var happening : telling) {
            for (var promise : Promise.after(owed.get(happening.ticketId()), happening)) {
                changed.put(new Key(promise.ticketId(), promise.number()), promise);
                owed.put(promise.ticketId(), promise.isOwed() ? promise : null);
            }
        }
        promises.store(List.copyOf(changed.values()));
    }
}
