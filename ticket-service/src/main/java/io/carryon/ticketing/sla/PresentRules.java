package io.carryon.ticketing.sla;

import io.carryon.ticketing.calendar.CalendarChanged;
import io.carryon.ticketing.calendar.CalendarStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/**
 * The rules, kept in memory: every event of every ticket asks for them. What another instance changed is known here
 * within {@link #FRESH}; clocks that were read by older rules meanwhile are found by their stamp and read again.
 */
@ApplicationScoped
class PresentRules {

    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Told that the list of policies has another version, in the transaction that makes it. */
    record PoliciesChanged() {}

    private record Known(SlaRules rules, long nanos) {}

    private final CalendarStore calendars;
    private final PolicyStore policies;
    private volatile Known known;

    PresentRules(CalendarStore calendars, PolicyStore policies) {
        this.calendars = calendars;
        this.policies = policies;
    }

    /** The rules, read in the caller's transaction when they are not known. */
    SlaRules get() {
        var present = known;
        if (present == null || System.nanoTime() - present.nanos() > FRESH.toNanos()) {
            present = new Known(read(), System.nanoTime());
            known = present;
        }
        return present.rules();
    }

    void calendarChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CalendarChanged changed) {
        known = null;
    }

    void policiesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PoliciesChanged changed) {
        known = null;
    }

    private SlaRules read() {
        // First the stamp: what is changed meanwhile makes the next reading newer.
        var stamp = calendars.stamp();
        var versions = policies.all();
        return new SlaRules(
                versions.stream()
                        .map(version -> new SlaRules.Version(version.validFrom(), version.policies()))
                        .toList(),
                calendars.calendars(),
                stamp + versions.getLast().revision());
    }
}
