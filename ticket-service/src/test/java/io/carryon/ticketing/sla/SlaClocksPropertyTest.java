package io.carryon.ticketing.sla;

import static io.carryon.ticketing.calendar.CalendarFixtures.BERLIN;
import static io.carryon.ticketing.calendar.CalendarFixtures.daily;
import static io.carryon.ticketing.calendar.CalendarFixtures.holiday;
import static io.carryon.ticketing.calendar.CalendarFixtures.hours;
import static io.carryon.ticketing.calendar.CalendarFixtures.onWeekdays;
import static io.carryon.ticketing.sla.RulesFixtures.policy;
import static io.carryon.ticketing.sla.RulesFixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calendar.BusinessCalendar;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random courses of tickets, once read from their events and once simulated minute by minute by somebody who looks at
 * the ticket and at the clock on the wall, and knows neither spans nor sums.
 */
class SlaClocksPropertyTest {

    private static final int COURSES = 300;

    private static final List<TicketStatus> MOVES = List.of(
            TicketStatus.OPEN,
            TicketStatus.WAITING_FOR_CUSTOMER,
            TicketStatus.ON_HOLD,
            TicketStatus.RESOLVED,
            TicketStatus.CLOSED);

    /** Around both changes of the clocks of 2026 in Berlin. */
    private static final List<String> BEGINNINGS =
            List.of("2026-03-26T05:00:00Z", "2026-10-22T05:00:00Z", "2026-12-22T05:00:00Z");

    /** One wait, as the simulation sees it. */
    private static final class Wait {
        final ClockKind kind;
        final int target;
        int minutes;
        Instant due;
        Instant stopped;
        boolean stoppedLate;
        boolean answered;

        Wait(ClockKind kind, int target) {
            this.kind = kind;
            this.target = target;
        }

        void stop(Instant at) {
            stopped = at;
            stoppedLate = due != null && at.isAfter(due);
        }

        void minute(boolean open, TicketStatus status, boolean pauseOnHold, Instant at) {
            var still = status == TicketStatus.WAITING_FOR_CUSTOMER
                    || isDone(status)
                    || (status == TicketStatus.ON_HOLD && pauseOnHold);
            if (stopped == null && open && !still && ++minutes == target) {
                due = at.plus(1, ChronoUnit.MINUTES);
            }
        }
    }

    private static boolean isDone(TicketStatus status) {
        return status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    }

    @Test
    void agreesWithWhoWatchesEveryMinute() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < COURSES; run++) {
            agrees(random, "seed %d, course %d".formatted(seed, run));
        }
    }

    private static void agrees(Random random, String name) {
        var calendar = calendar(random);
        var pauseOnHold = random.nextBoolean();
        var targets = new int[] {20 + random.nextInt(600), 20 + random.nextInt(600), 60 + random.nextInt(2000)};
        var rules = rules(calendar, policy("all", null, targets[0], targets[1], targets[2], pauseOnHold));
        var begin = Instant.parse(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())))
                .plus(random.nextInt(3000), ChronoUnit.MINUTES);
        var course = Course.ofTicket().opened(begin);
        var waits = new ArrayList<>(
                List.of(new Wait(ClockKind.FIRST_RESPONSE, targets[0]), new Wait(ClockKind.RESOLUTION, targets[2])));
        var length = 5 * 1440;
        var at = begin;
        for (var minute = 0; minute < length; minute++) {
            var before = course.status();
            if (minute > 0 && random.nextInt(400) == 0) {
                act(random, course, waits, targets[1], at);
            }
            stopOrGoOn(waits, before, course.status(), at);
            var open = calendar.isOpen(at);
            for (var wait : waits) {
                wait.minute(open, course.status(), pauseOnHold, at);
            }
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        compare(course, waits, rules, name);
    }

    private static void act(Random random, Course course, List<Wait> waits, int target, Instant at) {
        switch (random.nextInt(3)) {
            case 0 -> {
                course.replied(at);
                waits.stream()
                        .filter(wait -> wait.kind != ClockKind.RESOLUTION && !wait.answered)
                        .forEach(wait -> {
                            wait.stop(at);
                            wait.answered = true;
                        });
            }
            case 1 -> {
                course.customerWrites(at, at);
                if (waits.stream().allMatch(wait -> wait.kind == ClockKind.RESOLUTION || wait.answered)) {
                    waits.add(new Wait(ClockKind.NEXT_RESPONSE, target));
                }
            }
            default -> course.moved(MOVES.get(random.nextInt(MOVES.size())), at);
        }
    }

    /** What is done stops, and goes on when it is not done any more; what was answered is over. */
    private static void stopOrGoOn(List<Wait> waits, TicketStatus before, TicketStatus now, Instant at) {
        for (var wait : waits) {
            if (wait.answered) {
                continue;
            }
            if (isDone(now) && wait.stopped == null) {
                wait.stop(at);
            } else if (!isDone(now) && isDone(before)) {
                wait.stopped = null;
                wait.stoppedLate = false;
            }
        }
    }

    private static void compare(Course course, List<Wait> waits, SlaRules rules, String name) {
        var clocks = course.clocks().clocks();
        assertThat(clocks).as(name).hasSameSizeAs(waits);
        for (var at = 0; at < waits.size(); at++) {
            var wait = waits.get(at);
            var shown = rules.read(clocks.get(at));
            var what = "%s, %s, %s".formatted(name, wait.kind, course.log());
            assertThat(shown.clock().stoppedAt()).as(what).isEqualTo(wait.stopped);
            assertThat(shown.outcome() == ClockReading.Outcome.MISSED).as(what).isEqualTo(wait.stoppedLate);
            if (wait.due != null) {
                assertThat(shown.dueAt()).as(what).isEqualTo(wait.due);
            } else if (shown.dueAt() != null && wait.stopped != null) {
                assertThat(shown.dueAt()).as(what).isAfterOrEqualTo(wait.stopped);
            }
            if (wait.stopped != null) {
                assertThat(shown.worked()).as(what).isEqualTo(Duration.ofMinutes(wait.minutes));
            }
        }
    }

    private static BusinessCalendar calendar(Random random) {
        return BusinessCalendar.of(
                switch (random.nextInt(4)) {
                    case 0 -> onWeekdays(hours("09:00-12:00", "13:00-17:30"), holiday("2026-12-25"));
                    case 1 -> daily(BERLIN, hours("00:00-06:00", "22:00-00:00"));
                    case 2 -> daily(BERLIN, hours("01:30-02:45", "08:00-20:00"), holiday("2026-10-26"));
                    default -> daily(BERLIN, hours("00:00-00:00"));
                });
    }
}
