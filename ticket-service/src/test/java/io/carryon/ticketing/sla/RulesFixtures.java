package io.carryon.ticketing.sla;

import static io.carryon.ticketing.calendar.CalendarFixtures.hours;
import static io.carryon.ticketing.calendar.CalendarFixtures.onWeekdays;

import io.carryon.ticketing.calendar.BusinessCalendar;
import io.carryon.ticketing.ticket.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of support centres. */
final class RulesFixtures {

    static final BusinessCalendar OFFICE = BusinessCalendar.of(onWeekdays(hours("09:00-17:00")));

    private RulesFixtures() {}

    /** Two hours for the first answer, four for the next, eight for the solution; an hour each when it is urgent. */
    static SlaRules office(boolean pauseOnHold) {
        return rules(OFFICE, urgent(), policy("standard", null, 120, 240, 480, pauseOnHold));
    }

    static SlaRules rules(BusinessCalendar calendar, SlaPolicy... policies) {
        return new SlaRules(
                List.of(new SlaRules.Version(Instant.EPOCH, List.of(policies))), Map.of("default", calendar), 1);
    }

    static SlaPolicy urgent() {
        return policy("urgent", Set.of(Priority.URGENT), 60, 60, 60, false);
    }

    static SlaPolicy policy(
            String name, Set<Priority> priorities, int first, int next, int resolution, boolean pauseOnHold) {
        return new SlaPolicy(
                name,
                null,
                priorities,
                null,
                null,
                "default",
                new SlaPolicy.Targets(first, next, resolution),
                pauseOnHold,
                50);
    }
}
