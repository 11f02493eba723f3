package io.carryon.ticketing.sla;

import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.ticket.WaitingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Warns staff before a customer has waited too long, and escalates when they have: each once, as an event of the ticket,
 * whose log, stream and view tell it. A ticket is locked and its clocks are read anew before anything is told, so no two
 * instances tell the same, and nobody is told of what was answered a moment before. A wait that ends late but before
 * anybody could be told is missed and not escalated: there is nothing left to do.
 */
@ApplicationScoped
class SlaSweep {

    private static final int PAGE = 100;

    private final ClockStore clocks;
    private final PresentRules rules;
    private final Tickets tickets;
    private final TicketLog log;
    private final Clock clock;

    SlaSweep(ClockStore clocks, PresentRules rules, Tickets tickets, TicketLog log, Clock clock) {
        this.clocks = clocks;
        this.rules = rules;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        exhaust(() -> clocks.due(clock.instant(), PAGE));
        exhaust(() -> clocks.stale(rules.get().stamp(), PAGE));
    }

    /** Page after page: what was told of or read anew is not found again. */
    private void exhaust(Supplier<List<UUID>> next) {
        while (page(next) > 0) {
            continue;
        }
    }

    private int page(Supplier<List<UUID>> next) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = next.get();
            tell(found, clock.instant());
            return found.size();
        });
    }

    /** Tells what is to be told of the tickets at the time, and stores what their clocks show by the present rules. */
    void tell(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        var locked = tickets.locked(ids);
        var live = clocks.live(ids);
        var present = rules.get();
        var read = new ArrayList<ClockReading>();
        var told = new ArrayList<LoggedEvent>();
        for (var ticket : locked) {
            var readings = live.getOrDefault(ticket.id(), List.of()).stream()
                    .map(present::read)
                    .toList();
            read.addAll(readings);
            readings.forEach(reading -> tell(ticket, reading, now));
            told.addAll(log.happened(ticket, null));
        }
        clocks.storeAgain(read, present.stamp());
        tickets.flush();
        log.append(told);
    }

    private static void tell(Ticket ticket, ClockReading reading, Instant now) {
        var next = reading.nextAt();
        if (next == null || next.isAfter(now)) {
            return;
        }
        var kind = reading.clock().kind();
        var number = reading.clock().number();
        ticket.reported(
                reading.dueAt().isAfter(now)
                        ? new WaitingEvent.SlaWarned(kind, number, reading.dueAt(), reading.policy())
                        : new WaitingEvent.SlaBreached(kind, number, reading.dueAt(), reading.policy()),
                Actor.SYSTEM,
                now);
    }
}
