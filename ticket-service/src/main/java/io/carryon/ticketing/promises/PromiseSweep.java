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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells of promises whose time is near, and of those whose time has passed, each once, as an event of the ticket: locked,
 * it is looked at once more.
 */
@ApplicationScoped
class PromiseSweep {

    private static final int PAGE = 100;

    private final PromiseStore promises;
    private final Tickets tickets;
    private final TicketLog log;
    private final PromiseConfig config;
    private final Clock clock;

    PromiseSweep(PromiseStore promises, Tickets tickets, TicketLog log, PromiseConfig config, Clock clock) {
        this.promises = promises;
        this.tickets = tickets;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        exhaust(now -> promises.toRemind(now, config.remindBefore(), PAGE));
        exhaust(now -> promises.due(now, PAGE));
    }

    private void exhaust(Function<Instant, List<UUID>> next) {
        var found = PAGE;
        while (found == PAGE) {
            found = QuarkusTransaction.requiringNew().call(() -> {
                var now = clock.instant();
                var ids = next.apply(now);
                tell(ids, now);
                return ids.size();
            });
        }
    }

    /** Tells of those of the tickets' promises that are due soon or broken at the time, in the caller's transaction. */
    void tell(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        var told = new ArrayList<LoggedEvent>();
        var locked = tickets.locked(ids);
        var owed = promises.owed(ids);
        for (var ticket : locked) {
            var promise = owed.get(ticket.id());
            if (promise != null) {
                event(promise, now).ifPresent(event -> ticket.reported(event, Actor.SYSTEM, now));
                told.addAll(log.happened(ticket, null));
            }
        }
        tickets.flush();
        log.append(told);
    }

    private Optional<WaitingEvent> event(Promise promise, Instant now) {
        if (promise.state() == Promise.State.OPEN && promise.dueAt().isBefore(now)) {
            return Optional.of(new WaitingEvent.PromiseBroken(promise.number(), promise.dueAt()));
        }
        return promise.isToRemind(config.remindBefore(), now)
                ? Optional.of(new WaitingEvent.PromiseDue(promise.number(), promise.dueAt()))
                : Optional.empty();
    }
}
