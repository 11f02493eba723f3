package io.carryon.profile.card;

import java.util.List;
import java.util.function.Function;

/**
 * One kind of effort a customer is put to.
 *
 * @param most points it gives at most; those of all policies add up to 100
 * @param burden what it comes to, unbounded; more of it is never fewer points
 */
record EffortPolicy(String name, int most, Function<Experience, Burden> burden) {

    private static final int REPEAT = 8;
    private static final int HOURS_A_POINT = 4;
    private static final int UNANSWERED = 6;
    private static final int BROKEN = 6;
    private static final int SWITCH = 5;
    private static final int REOPENING = 5;
    private static final int AGENT = 3;
    private static final int STEPS_A_POINT = 3;

    /** Points, and the reason in words. */
    record Burden(long points, String because) {}

    /** The policies of the product. */
    static List<EffortPolicy> all() {
        return List.of(
                new EffortPolicy("repeat-contacts", 24, EffortPolicy::repeats),
                new EffortPolicy("waiting", 20, EffortPolicy::waiting),
                new EffortPolicy("unanswered-contacts", 12, EffortPolicy::unanswered),
                new EffortPolicy("broken-promises", 12, EffortPolicy::broken),
                new EffortPolicy("channel-switches", 10, EffortPolicy::switches),
                new EffortPolicy("reopenings", 10, EffortPolicy::reopenings),
                new EffortPolicy("several-agents", 6, EffortPolicy::agents),
                new EffortPolicy("telephone-menu", 6, EffortPolicy::menu));
    }

    private static Burden repeats(Experience of) {
        return new Burden(
                (of.contactNumber() - 1L) * REPEAT, "contact number " + of.contactNumber() + " about this issue");
    }

    private static Burden waiting(Experience of) {
        var hours = of.waited().toHours();
        return new Burden(hours / HOURS_A_POINT, hours + " hours of waiting for an answer");
    }

    private static Burden unanswered(Experience of) {
        var count = of.unanswered().size();
        return new Burden((long) count * UNANSWERED, count(count, "earlier contact") + " not answered yet");
    }

    private static Burden broken(Experience of) {
        return new Burden((long) of.broken() * BROKEN, count(of.broken(), "promise") + " not kept");
    }

    private static Burden switches(Experience of) {
        var channels = of.channels();
        var switches = 0;
        for (int i = 1; i < channels.size(); i++) {
            if (!channels.get(i).equals(channels.get(i - 1))) {
                switches++;
            }
        }
        return new Burden((long) switches * SWITCH, count(switches, "change") + " of channel");
    }

    private static Burden reopenings(Experience of) {
        return new Burden((long) of.reopened() * REOPENING, "seemed settled " + count(of.reopened(), "time"));
    }

    private static Burden agents(Experience of) {
        var agents = of.agents().size();
        return new Burden((agents - 1L) * AGENT, count(agents, "person") + " answered");
    }

    private static Burden menu(Experience of) {
        var steps = of.attempts().stream()
                .mapToInt(attempt -> attempt.menuPath().size())
                .sum();
        var exits = of.attempts().stream()
                .filter(attempt -> attempt.trigger() != null)
                .count();
        return new Burden(
                exits + steps / STEPS_A_POINT,
                count(steps, "step") + " in the telephone menu, left " + count(exits, "time"));
    }

    private static String count(long count, String of) {
        return count + " " + (count == 1 ? of : "person".equals(of) ? "people" : of + "s");
    }
}
