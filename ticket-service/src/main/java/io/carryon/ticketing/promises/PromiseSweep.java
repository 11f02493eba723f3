package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.ticket.WaitingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;

/** Tells of promises whose time has passed, each once, as an event of the ticket: locked, it is looked at once more. */
@ApplicationScoped
class PromiseSweep {

    private static final int PAGE = 100;

    private final PromiseStore promises;
    private final Tickets tickets;
    private final TicketLog log;
    private final Clock clock;

    PromiseSweep(PromiseStore promises, Tickets tickets, TicketLog log, Clock clock) {
        this.promises = promises;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        while (page() == PAGE) {
            continue;
        }
    }

    private int page() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            var due = promises.due(now, PAGE);
            tell(due, now);
            return due.size();
        });
    }

    /** Tells of those of the tickets' promises that are broken at the time, in the caller's transaction. */
    void tell(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        var told = new ArrayList<LoggedEvent>();
        var locked = tickets.locked(ids);
        var owed = promises.owed(ids);
        for (var ticket : locked) {
            var promise = owed.get(ticket.id());
            if (promise != null
                    && promise.state() == Promise.State.OPEN
                    && promise.dueAt().isBefore(now)) {
                ticket.reported(new WaitingEvent.PromiseBroken(promise.number(), promise.dueAt()), Actor.SYSTEM, now);
                told.addAll(log.happened(ticket, null));
            }
        }
        tickets.flush();
        log.append(told);
    }
}
