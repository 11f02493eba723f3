package io.carryon.ticketing.ticket;

import static io.carryon.ticketing.ticket.DeliveryState.BOUNCED;
import static io.carryon.ticketing.ticket.DeliveryState.DELIVERED;
import static io.carryon.ticketing.ticket.DeliveryState.FAILED;
import static io.carryon.ticketing.ticket.DeliveryState.REQUESTED;
import static io.carryon.ticketing.ticket.DeliveryState.SENT;
import static io.carryon.ticketing.ticket.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryStateTest {

    @Test
    void aSentReplyCanStillBounceButNotBeForgotten() {
        assertThat(SENT.advancesTo(BOUNCED)).isTrue();
        assertThat(SENT.advancesTo(DELIVERED)).isTrue();
        assertThat(SENT.advancesTo(UNKNOWN)).isFalse();
        assertThat(SENT.advancesTo(FAILED)).isFalse();
    }

    @Test
    void nothingIsSaidTwiceOrTakenBack() {
        assertThat(DeliveryState.values()).noneMatch(state -> state.advancesTo(state));
        assertThat(DeliveryState.values()).noneMatch(state -> state.advancesTo(REQUESTED));
        assertThat(BOUNCED.advancesTo(DELIVERED)).isFalse();
        assertThat(FAILED.advancesTo(SENT)).isFalse();
    }

    @Test
    void whatWasUnknownCanBecomeKnown() {
        assertThat(UNKNOWN.advancesTo(SENT)).isTrue();
        assertThat(UNKNOWN.advancesTo(FAILED)).isTrue();
    }
}
