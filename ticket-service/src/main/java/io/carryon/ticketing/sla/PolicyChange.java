package io.carryon.ticketing.sla;

import io.carryon.ticketing.calendar.CalendarStore;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;

/** An admin says how long customers may wait from now on. */
@ApplicationScoped
class PolicyChange {

    private final PolicyStore policies;
    private final CalendarStore calendars;
    private final Routing routing;
    private final SettingsTrail trail;
    private final Event<PresentRules.PoliciesChanged> changed;
    private final Clock clock;

    PolicyChange(
            PolicyStore policies,
            CalendarStore calendars,
            Routing routing,
            SettingsTrail trail,
            Event<PresentRules.PoliciesChanged> changed,
            Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.routing = routing;
        this.trail = trail;
        this.changed = changed;
        this.clock = clock;
    }

    /** The list as it is then; the same list again changes nothing. */
    PolicyVersion to(String ifMatch, List<SlaPolicy> list, String by) {
        var before = policies.present();
        Revision.require(ifMatch, "list of policies", before.revision());
        require(list);
        if (before.policies().equals(list)) {
            return before;
        }
        var after = new PolicyVersion(before.revision() + 1, clock.instant(), list, by);
        if (!policies.add(after)) {
            // Somebody was quicker; the revision is theirs.
            Revision.require("\"" + before.revision() + "\"", "list of policies", after.revision());
        }
        trail.changed("sla-policies", "policies", new Policies(before.policies()), new Policies(list));
        changed.fire(new PresentRules.PoliciesChanged());
        return after;
    }

    /** The list as the trail shows it. */
    private record Policies(List<SlaPolicy> policies) {}

    private void require(List<SlaPolicy> list) {
        var names = new HashSet<String>();
        for (var at = 0; at < list.size(); at++) {
            var policy = list.get(at);
            var pointer = "/policies/%d/".formatted(at);
            if (!names.add(policy.name())) {
                throw ProblemException.invalid(pointer + "name", "is the name of an earlier policy");
            }
            if (calendars.present(policy.calendar()).isEmpty()) {
                throw ProblemException.invalid(pointer + "calendar", "must be the name of a calendar");
            }
            if (policy.queues() != null) {
                policy.queues().forEach(routing::known);
            }
        }
        var last = list.getLast();
        if (!last.holdsForAll() || !last.measuresAll()) {
            throw ProblemException.invalid(
                    "/policies/%d".formatted(list.size() - 1),
                    "is the last, which must hold for all tickets and have all three targets");
        }
    }
}
