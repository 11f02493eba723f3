package io.carryon.ticketing.calendar;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;

/** An admin gives a team other hours, from now on. */
@ApplicationScoped
class CalendarChange {

    private static final int MOST = 100;

    private final CalendarStore calendars;
    private final SettingsTrail trail;
    private final Event<CalendarChanged> changed;
    private final Clock clock;

    CalendarChange(CalendarStore calendars, SettingsTrail trail, Event<CalendarChanged> changed, Clock clock) {
        this.calendars = calendars;
        this.trail = trail;
        this.changed = changed;
        this.clock = clock;
    }

    /** The calendar as it is then; the same hours again change nothing. */
    CalendarVersion to(String name, String ifMatch, WorkingHours hours, String by) {
        var before = calendars.present(name);
        if (before.isPresent()) {
            Revision.require(ifMatch, "calendar", before.get().revision());
            if (before.get().hours().equals(hours)) {
                return before.get();
            }
        } else if (ifMatch != null && !ifMatch.isBlank()) {
            throw ProblemException.of(
                    412, "stale", "There is no such calendar yet", "Leave If-Match out to make a new one.");
        } else if (calendars.present().size() >= MOST) {
            throw ProblemException.conflict(
                    "too-many-calendars", "There are %d calendars, and no more may be.".formatted(MOST));
        }
        var revision = before.map(CalendarVersion::revision).orElse(0) + 1;
        // What is new has always been so: nothing was counted by it yet.
        var from = before.isPresent() ? clock.instant() : java.time.Instant.EPOCH;
        var after = new CalendarVersion(name, revision, from, hours, by);
        if (!calendars.add(after)) {
            throw ProblemException.of(
                    412,
                    "stale",
                    "The calendar has changed since you read it",
                    "Get the calendar again, look at what changed and repeat with its new ETag.");
        }
        trail.changed("calendar", name, before.map(CalendarVersion::hours).orElse(null), hours);
        changed.fire(new CalendarChanged(name));
        return after;
    }
}
