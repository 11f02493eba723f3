package io.carryon.ticketing.sla;

import static io.carryon.ticketing.calendar.CalendarFixtures.berlin;
import static io.carryon.ticketing.calendar.CalendarFixtures.hours;
import static io.carryon.ticketing.calendar.CalendarFixtures.onWeekdays;
import static io.carryon.ticketing.sla.ClockReading.Outcome.MET;
import static io.carryon.ticketing.sla.ClockReading.Outcome.RUNNING;
import static io.carryon.ticketing.sla.Course.ofTicket;
import static io.carryon.ticketing.sla.RulesFixtures.OFFICE;
import static io.carryon.ticketing.sla.RulesFixtures.office;
import static io.carryon.ticketing.sla.RulesFixtures.policy;
import static io.carryon.ticketing.sla.RulesFixtures.rules;
import static io.carryon.ticketing.sla.RulesFixtures.urgent;
import static io.carryon.ticketing.ticket.ClockKind.FIRST_RESPONSE;
import static io.carryon.ticketing.ticket.ClockKind.RESOLUTION;
import static io.carryon.ticketing.ticket.TicketStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calendar.BusinessCalendar;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.WaitingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is due when follows from the rules: which policy holds for whom, and what a change of it does. */
class SlaRulesTest {

    private static final String MONDAY = "2026-11-02T";

    private static Course opened() {
        return ofTicket().opened(MONDAY + "10:00");
    }

    private static Course answered() {
        return opened().replied(MONDAY + "10:30");
    }

    @Test
    void moreUrgentIsDueEarlierFromTheBeginningAndWhatIsOverStaysAsItWas() {
        var course = opened().into("support", Priority.URGENT, berlin(MONDAY + "10:20"));
        assertThat(course.shown(FIRST_RESPONSE, office(false)).dueAt()).isEqualTo(berlin(MONDAY + "11:00"));

        var answered = answered().into("support", Priority.URGENT, berlin(MONDAY + "11:30"));
        assertThat(answered.shown(FIRST_RESPONSE, office(false)).policy()).isEqualTo("standard");
        assertThat(answered.shown(RESOLUTION, office(false)).policy()).isEqualTo("urgent");
    }

    @Test
    void theFirstPolicyThatMatchesHoldsAndChannelsAreEqualByDefault() {
        var policies = rules(
                OFFICE,
                match("gold-by-phone", null, Set.of(Channel.PHONE), Set.of("gold")),
                match("gold", null, null, Set.of("gold")),
                match("billing", Set.of("billing"), null, null),
                policy("standard", null, 120, 240, 480, false));

        assertThat(policyOf(ofTicket().by(Channel.PHONE).ofTier("gold"), policies))
                .isEqualTo("gold-by-phone");
        assertThat(policyOf(ofTicket().by(Channel.CHAT).ofTier("gold"), policies))
                .isEqualTo("gold");
        assertThat(policyOf(ofTicket().ofTier("silver"), policies)).isEqualTo("standard");
        assertThat(opened().into("billing", Priority.LOW, berlin(MONDAY + "10:10"))
                        .shown(RESOLUTION, policies)
                        .policy())
                .isEqualTo("billing");
        for (var channel : Channel.values()) {
            assertThat(policyOf(ofTicket().by(channel), policies)).isEqualTo("standard");
        }
    }

    private static SlaPolicy match(String name, Set<String> queues, Set<Channel> channels, Set<String> tiers) {
        return new SlaPolicy(
                name, queues, null, channels, tiers, "default", new SlaPolicy.Targets(30, 30, 30), false, 75);
    }

    private static String policyOf(Course course, SlaRules rules) {
        return course.opened(MONDAY + "10:00").shown(FIRST_RESPONSE, rules).policy();
    }

    @Test
    void aChangeOfPoliciesHoldsForWhatRunsAndForNothingThatIsOver() {
        var stricter = new SlaRules(
                List.of(
                        new SlaRules.Version(
                                Instant.EPOCH, List.of(urgent(), policy("standard", null, 120, 240, 480, false))),
                        new SlaRules.Version(
                                berlin(MONDAY + "12:00"), List.of(policy("strict", null, 15, 15, 240, false)))),
                Map.of("default", OFFICE),
                2);

        assertThat(answered().shown(FIRST_RESPONSE, stricter).outcome()).isEqualTo(MET);
        assertThat(answered().shown(RESOLUTION, stricter).dueAt()).isEqualTo(berlin(MONDAY + "14:00"));
        assertThat(answered()
                        .moved(RESOLVED, MONDAY + "11:00")
                        .shown(RESOLUTION, stricter)
                        .policy())
                .isEqualTo("standard");
    }

    @Test
    void aChangeOfTheCalendarMovesWhatRunsAndJudgesNothingAnew() {
        var changed = new BusinessCalendar(List.of(
                new BusinessCalendar.Version(Instant.EPOCH, onWeekdays(hours("09:00-17:00"))),
                new BusinessCalendar.Version(berlin(MONDAY + "15:00"), onWeekdays(hours("08:00-20:00")))));
        var rules = rules(changed, policy("standard", null, 120, 240, 480, false));

        assertThat(answered().shown(RESOLUTION, rules).dueAt()).isEqualTo(berlin(MONDAY + "18:00"));
        var late = opened().replied(MONDAY + "12:01");
        assertThat(late.shown(FIRST_RESPONSE, rules)).isEqualTo(late.shown(FIRST_RESPONSE, office(false)));
    }

    @Test
    void staffAreToBeWarnedOnceAndThenToldOnceThatItIsTooLate() {
        var course = opened();
        var number = course.log().getFirst().revision();
        assertThat(course.shown(FIRST_RESPONSE, office(false)).nextAt()).isEqualTo(berlin(MONDAY + "11:00"));

        course.told(new WaitingEvent.SlaWarned(FIRST_RESPONSE, number, null, null), berlin(MONDAY + "11:01"));
        assertThat(course.shown(FIRST_RESPONSE, office(false)).nextAt()).isEqualTo(berlin(MONDAY + "12:00"));
        assertThat(course.shown(RESOLUTION, office(false)).nextAt()).isEqualTo(berlin(MONDAY + "14:00"));

        course.told(new WaitingEvent.SlaBreached(FIRST_RESPONSE, number, null, null), berlin(MONDAY + "12:01"));
        assertThat(course.shown(FIRST_RESPONSE, office(false)).nextAt()).isNull();
        assertThat(course.shown(FIRST_RESPONSE, office(false)).outcome()).isEqualTo(RUNNING);
    }
}
