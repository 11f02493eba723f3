package io.carryon.ticketing.sla;

import static io.carryon.ticketing.calendar.CalendarFixtures.berlin;
import static io.carryon.ticketing.sla.ClockReading.Outcome.MET;
import static io.carryon.ticketing.sla.ClockReading.Outcome.MISSED;
import static io.carryon.ticketing.sla.ClockReading.Outcome.PAUSED;
import static io.carryon.ticketing.sla.ClockReading.Outcome.RUNNING;
import static io.carryon.ticketing.sla.ClockReading.Outcome.WITHDRAWN;
import static io.carryon.ticketing.sla.Course.ofTicket;
import static io.carryon.ticketing.sla.RulesFixtures.office;
import static io.carryon.ticketing.ticket.ClockKind.FIRST_RESPONSE;
import static io.carryon.ticketing.ticket.ClockKind.NEXT_RESPONSE;
import static io.carryon.ticketing.ticket.ClockKind.RESOLUTION;
import static io.carryon.ticketing.ticket.TicketStatus.CLOSED;
import static io.carryon.ticketing.ticket.TicketStatus.ON_HOLD;
import static io.carryon.ticketing.ticket.TicketStatus.OPEN;
import static io.carryon.ticketing.ticket.TicketStatus.RESOLVED;
import static io.carryon.ticketing.ticket.TicketStatus.WAITING_FOR_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.ticket.ClockKind;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of cases, many of them what users of other systems complain of. Monday to Friday, nine to five; two hours for
 * the first answer, four for the next one, eight for the solution.
 */
class SlaClocksTest {

    private static final String MONDAY = "2026-11-02T";
    private static final String TUESDAY = "2026-11-03T";
    private static final String WEDNESDAY = "2026-11-04T";

    static Stream<Arguments> cases() {
        return Stream.of(
                row("nothing but a contact", opened(), FIRST_RESPONSE, MONDAY + "12:00", RUNNING),
                row("an answer in time", opened().replied(MONDAY + "11:30"), FIRST_RESPONSE, MONDAY + "12:00", MET),
                row(
                        "in the very last moment",
                        opened().replied(MONDAY + "12:00"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        MET),
                row("too late", opened().replied(MONDAY + "12:01"), FIRST_RESPONSE, MONDAY + "12:00", MISSED),
                row("a note is no answer", opened().noted(MONDAY + "10:30"), FIRST_RESPONSE, MONDAY + "12:00", RUNNING),
                row(
                        "nor is what the system sends",
                        opened().systemReplies(MONDAY + "10:00"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        RUNNING),
                row(
                        "an answer by phone is one",
                        opened().answeredByPhone(MONDAY + "10:05"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        MET),
                row(
                        "a second message does not move the first answer",
                        opened().customerWrites(MONDAY + "11:00").customerWrites(MONDAY + "11:50"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        RUNNING),
                row(
                        "who writes three times waits since the first",
                        answered()
                                .customerWrites(MONDAY + "11:00")
                                .customerWrites(MONDAY + "12:00")
                                .customerWrites(MONDAY + "14:00"),
                        NEXT_RESPONSE,
                        MONDAY + "15:00",
                        RUNNING),
                row(
                        "and is answered at once",
                        answered()
                                .customerWrites(MONDAY + "11:00")
                                .customerWrites(MONDAY + "12:00")
                                .replied(MONDAY + "14:00"),
                        NEXT_RESPONSE,
                        MONDAY + "15:00",
                        MET),
                row(
                        "the wait is since the mail was received, not since we took it in",
                        answered().customerWrites(berlin(MONDAY + "10:40"), berlin(MONDAY + "16:00")),
                        NEXT_RESPONSE,
                        MONDAY + "14:40",
                        RUNNING),
                row("over night", opened(MONDAY + "16:00"), FIRST_RESPONSE, TUESDAY + "10:00", RUNNING),
                row("on Friday", opened("2026-11-06T16:00"), FIRST_RESPONSE, "2026-11-09T10:00", RUNNING),
                row("when clocks go back", opened("2026-10-23T16:00"), FIRST_RESPONSE, "2026-10-26T10:00", RUNNING),
                row(
                        "standing still while the customer is to answer",
                        answered().moved(WAITING_FOR_CUSTOMER, MONDAY + "12:00"),
                        RESOLUTION,
                        null,
                        PAUSED),
                row(
                        "going on where it stood",
                        answered().moved(WAITING_FOR_CUSTOMER, MONDAY + "12:00").customerWrites(WEDNESDAY + "09:30"),
                        RESOLUTION,
                        WEDNESDAY + "15:30",
                        RUNNING),
                row(
                        "a pause over night counts no night twice",
                        answered().moved(WAITING_FOR_CUSTOMER, MONDAY + "20:00").moved(OPEN, TUESDAY + "07:00"),
                        RESOLUTION,
                        TUESDAY + "10:00",
                        RUNNING),
                row(
                        "on hold time runs",
                        answered().moved(ON_HOLD, MONDAY + "12:00"),
                        RESOLUTION,
                        TUESDAY + "10:00",
                        RUNNING),
                row(
                        "waiting on hold for an answer, too",
                        opened().moved(ON_HOLD, MONDAY + "10:30"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        RUNNING),
                row("solved in time", answered().moved(RESOLVED, MONDAY + "16:00"), RESOLUTION, TUESDAY + "10:00", MET),
                row(
                        "solved, then closed a week later",
                        answered().moved(RESOLVED, MONDAY + "16:00").moved(CLOSED, "2026-11-09T12:00"),
                        RESOLUTION,
                        TUESDAY + "10:00",
                        MET),
                row(
                        "solved too late",
                        answered().moved(RESOLVED, TUESDAY + "10:30"),
                        RESOLUTION,
                        TUESDAY + "10:00",
                        MISSED),
                row(
                        "reopened: the rest of the time is left",
                        answered().moved(RESOLVED, MONDAY + "16:00").customerWrites(WEDNESDAY + "09:00"),
                        RESOLUTION,
                        WEDNESDAY + "11:00",
                        RUNNING),
                row(
                        "reopened: the customer waits for the next answer, not for a first one",
                        answered().moved(RESOLVED, MONDAY + "16:00").customerWrites(WEDNESDAY + "09:00"),
                        NEXT_RESPONSE,
                        WEDNESDAY + "13:00",
                        RUNNING),
                row(
                        "reopened: the first answer stays as it was",
                        answered().moved(RESOLVED, MONDAY + "16:00").customerWrites(WEDNESDAY + "09:00"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        MET),
                row(
                        "solved without an answer, in time",
                        opened().moved(RESOLVED, MONDAY + "11:00"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        WITHDRAWN),
                row(
                        "closed without an answer, too late",
                        opened().moved(CLOSED, MONDAY + "13:00"),
                        FIRST_RESPONSE,
                        MONDAY + "12:00",
                        MISSED),
                row(
                        "reopened before any answer",
                        opened().moved(RESOLVED, MONDAY + "11:00").customerWrites(TUESDAY + "09:00"),
                        FIRST_RESPONSE,
                        TUESDAY + "10:00",
                        RUNNING));
    }

    private static Course opened() {
        return opened(MONDAY + "10:00");
    }

    private static Course opened(String at) {
        return ofTicket().opened(at);
    }

    private static Course answered() {
        return opened().replied(MONDAY + "10:30");
    }

    private static Arguments row(String name, Course course, ClockKind kind, String due, ClockReading.Outcome outcome) {
        return Arguments.of(name, course, kind, due == null ? null : berlin(due), outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theClockShows(String name, Course course, ClockKind kind, Instant due, ClockReading.Outcome outcome) {
        var shown = course.shown(kind, office(false));

        assertThat(shown.dueAt()).isEqualTo(due);
        assertThat(shown.outcome()).isEqualTo(outcome);
    }

    @Test
    void onHoldClocksStandStillWhereThePolicySaysSo() {
        var course = answered().moved(ON_HOLD, MONDAY + "12:00");
        assertThat(course.shown(RESOLUTION, office(true)).outcome()).isEqualTo(PAUSED);

        course.moved(OPEN, TUESDAY + "12:00");
        assertThat(course.shown(RESOLUTION, office(true)).dueAt()).isEqualTo(berlin(WEDNESDAY + "10:00"));
        assertThat(course.shown(RESOLUTION, office(false)).dueAt()).isEqualTo(berlin(TUESDAY + "10:00"));
    }

    @Test
    void anAfterthoughtAsksNothing() {
        assertThat(answered().afterthought(MONDAY + "11:00").clocks().clocks()).hasSize(2);
    }

    @Test
    void whoWritesToATicketOnHoldWaits() {
        var course = answered().moved(ON_HOLD, MONDAY + "12:00").customerWrites(MONDAY + "13:00");

        assertThat(course.shown(NEXT_RESPONSE, office(false)).dueAt()).isEqualTo(berlin(MONDAY + "17:00"));
        assertThat(course.shown(NEXT_RESPONSE, office(true)).outcome()).isEqualTo(PAUSED);
    }
}
