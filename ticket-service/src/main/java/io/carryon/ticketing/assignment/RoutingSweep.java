package io.carryon.ticketing.assignment;

import io.carryon.ticketing.calendar.BusinessCalendar;
import io.carryon.ticketing.calendar.CalendarStore;
import io.carryon.ticketing.routing.QueueMode;
import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.routing.QueueRoutings;
import io.carryon.ticketing.staff.StaffConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives waiting tickets to those who are there, as the rules of their queues say, while their queues are open. Each is
 * given by a transaction of its own that looks again, so that it does not matter how many instances do this at once.
 */
@ApplicationScoped
class RoutingSweep {

    /** Of each kind in a queue, at once, and only such as somebody can be given then: what nobody can have keeps nothing from them. */
    private static final int MOST = 100;

    private final QueueRoutings routings;
    private final CalendarStore calendars;
    private final WaitingTickets waiting;
    private final Assignees assignees;
    private final Giving giving;
    private final StaffConfig config;
    private final Clock clock;

    RoutingSweep(
            QueueRoutings routings,
            CalendarStore calendars,
            WaitingTickets waiting,
            Assignees assignees,
            Giving giving,
            StaffConfig config,
            Clock clock) {
        this.routings = routings;
        this.calendars = calendars;
        this.waiting = waiting;
        this.assignees = assignees;
        this.giving = giving;
        this.config = config;
        this.clock = clock;
    }

    /** Gives what can be given now. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void route() {
        for (var gift : QuarkusTransaction.requiringNew().call(this::gifts)) {
            QuarkusTransaction.requiringNew().run(() -> giving.give(gift));
        }
    }

    private List<Router.Gift> gifts() {
        var open = routings.all().values().stream().filter(this::isOpen).toList();
        var repeated = waiting.hasRepeated();
        if (!repeated && open.stream().noneMatch(queue -> queue.mode() == QueueMode.push)) {
            return List.of();
        }
        var idle = assignees.available();
        if (idle.isEmpty()) {
            return List.of();
        }
        var router = new Router(config.weights()::of, idle);
        var gifts = new ArrayList<Router.Gift>();
        for (var queue : open) {
            var able = router.able(queue);
            var again = repeated ? waiting.ofIssuesOf(able, queue.queue(), MOST).stream() : Stream.<WaitingTicket>of();
            var next = queue.mode() == QueueMode.push
                    ? waiting.giveable(queue.queue(), able, MOST).stream()
                    : Stream.<WaitingTicket>of();
            gifts.addAll(
                    router.route(queue, Stream.concat(again, next).distinct().toList()));
        }
        return gifts;
    }

    private boolean isOpen(QueueRouting queue) {
        return queue.calendar() == null
                || calendars
                        .present(queue.calendar())
                        .filter(found -> BusinessCalendar.of(found.hours()).isOpen(clock.instant()))
                        .isPresent();
    }
}
