package io.carryon.ticketing.sla;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what customers wait for beside the log: a projection of it, written in the same transaction. Two statements for
 * a batch, one when all its tickets are new. It comes before what is kept by how long customers may wait.
 */
@ApplicationScoped
@Priority(10)
class ClockKeeper implements LogProjection {

    /** What changes neither a ticket's state nor what its customer waits for. */
    static final Set<TicketEvent.Type> NO_CONCERN = EnumSet.of(
            TicketEvent.Type.NOTED,
            TicketEvent.Type.DELIVERY_CHANGED,
            TicketEvent.Type.RATED,
            TicketEvent.Type.CALL_TRANSFERRED,
            TicketEvent.Type.CALL_ENDED,
            TicketEvent.Type.CALLBACK_CHANGED,
            TicketEvent.Type.CUSTOMER_ERASED);

    private final ClockStore clocks;
    private final PresentRules rules;

    ClockKeeper(ClockStore clocks, PresentRules rules) {
        this.clocks = clocks;
        this.rules = rules;
    }

    @Override
    public void follow(List<Happening> happenings) {
        var telling = happenings.stream()
                .filter(happening -> !NO_CONCERN.contains(happening.event().type()))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var before = before(telling);
        var after = new HashMap<UUID, TicketClocks>();
        telling.forEach(happening -> after.merge(
                happening.ticketId(),
                new TicketClocks(before.getOrDefault(happening.ticketId(), List.of())).after(happening),
                (known, first) -> known.after(happening)));
        var present = rules.get();
        var changed = after.entrySet().stream()
                .flatMap(entry -> changed(before.getOrDefault(entry.getKey(), List.of()), entry.getValue()).stream())
                .map(present::read)
                .toList();
        clocks.store(changed, present.stamp());
    }

    private Map<UUID, List<TicketClock>> before(List<Happening> happenings) {
        var fresh = new HashSet<UUID>();
        var known = new HashSet<UUID>();
        for (var happening : happenings) {
            if (happening.event() instanceof TicketEvent.Opened) {
                fresh.add(happening.ticketId());
            } else if (!fresh.contains(happening.ticketId())) {
                known.add(happening.ticketId());
            }
        }
        return known.isEmpty() ? Map.of() : clocks.live(known);
    }

    private static List<TicketClock> changed(List<TicketClock> before, TicketClocks after) {
        var changed = new ArrayList<>(after.clocks());
        changed.removeAll(before);
        return changed;
    }
}
