package io.carryon.ticketing.promises;

import static io.carryon.ticketing.promises.Promise.State.BROKEN;
import static io.carryon.ticketing.promises.Promise.State.KEPT;
import static io.carryon.ticketing.promises.Promise.State.LAPSED;
import static io.carryon.ticketing.promises.Promise.State.MOVED;
import static io.carryon.ticketing.promises.Promise.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.WaitingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromiseTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final Actor ADA = Actor.staff("agent-1", "Ada");

    private final Promise byNoon = Promise.after(null, happened(step("We check it.", NOON), ADA, MORNING))
            .getFirst();

    private static Happening happened(TicketEvent event, Actor by, Instant at) {
        return happened(event, by, at, TicketStatus.OPEN);
    }

    private static Happening happened(TicketEvent event, Actor by, Instant at, TicketStatus after) {
        var state = new TicketState("100004", ID, ID, "May", after, "support", null, Priority.NORMAL, MORNING);
        return new Happening(ID, 7, event, state, by, at);
    }

    private static TicketEvent step(String text, Instant by) {
        return new WaitingEvent.NextStepChanged(text, by, null, null);
    }

    private static TicketEvent reply(Instant nextUpdateBy) {
        return new TicketEvent.Replied(
                ID, ID, Channel.EMAIL, "support", null, null, "", null, List.of(), nextUpdateBy, null, null, null);
    }

    private List<Promise> after(Happening happening) {
        return Promise.after(byNoon, happening);
    }

    @Test
    void heardFromUsByThenItIsKeptAndAMomentLaterItIsBroken() {
        assertThat(after(happened(reply(null), ADA, NOON)))
                .extracting(Promise::state)
                .containsExactly(KEPT);
        assertThat(after(happened(reply(null), ADA, NOON.plusMillis(1))))
                .extracting(Promise::state)
                .containsExactly(BROKEN);
    }

    @Test
    void aReplyWithAnotherTimeKeepsTheOneAndMakesTheNext() {
        var both = after(happened(reply(EVENING), ADA, MORNING.plus(Duration.ofHours(1))));

        assertThat(both).extracting(Promise::state).containsExactly(KEPT, OPEN);
        assertThat(both.getLast().dueAt()).isEqualTo(EVENING);
    }

    @Test
    void aCallThatStaffAnswerKeepsItAndWhatTheSystemSendsDoesNot() {
        var call = new CallEvent.CallAnswered(ID, new CallEvent.CallAgent(null, "12", null), 9);

        assertThat(after(happened(call, Actor.SYSTEM, NOON)))
                .extracting(Promise::state)
                .containsExactly(KEPT);
        assertThat(after(happened(reply(null), Actor.SYSTEM, NOON))).isEmpty();
        assertThat(after(happened(new TicketEvent.Noted(ID, null), ADA, NOON))).isEmpty();
    }

    @Test
    void toldOfAnotherTimeBeforeItIsMovedAndAfterItIsBroken() {
        var moved = after(happened(step("The bank looks for it.", EVENING), ADA, MORNING.plusSeconds(60)));
        assertThat(moved).extracting(Promise::state).containsExactly(MOVED, OPEN);
        assertThat(moved.getFirst().movedTo()).isEqualTo(EVENING);

        assertThat(after(happened(step("Sorry.", EVENING), ADA, NOON.plusSeconds(1))))
                .extracting(Promise::state)
                .containsExactly(BROKEN, OPEN);
    }

    @Test
    void theSolutionSettlesItAndAMergeTakesItAway() {
        var solved = happened(new TicketEvent.Noted(ID, null), ADA, NOON, TicketStatus.RESOLVED);
        assertThat(after(solved)).extracting(Promise::state).containsExactly(KEPT);
        var merged =
                happened(new TicketEvent.Merged(ID, "100004", TicketStatus.OPEN, null), ADA, NOON, TicketStatus.CLOSED);
        assertThat(after(merged)).extracting(Promise::state).containsExactly(LAPSED);
    }

    @Test
    void brokenItIsOwedUntilTheCustomerHearsFromUsAndStaysBroken() {
        var broken = after(happened(new WaitingEvent.PromiseBroken(7, NOON), Actor.SYSTEM, NOON.plusSeconds(5)))
                .getFirst();
        assertThat(broken.state()).isEqualTo(BROKEN);
        assertThat(broken.isOwed()).isTrue();

        var settled = Promise.after(broken, happened(reply(null), ADA, EVENING)).getFirst();
        assertThat(settled.state()).isEqualTo(BROKEN);
        assertThat(settled.settledAt()).isEqualTo(EVENING);
    }
}
