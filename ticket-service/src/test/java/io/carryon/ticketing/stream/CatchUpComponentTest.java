package io.carryon.ticketing.stream;

import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatchUpComponentTest {

    @Inject
    LogReader log;

    @Test
    void anIdIsTooOldWhenMoreHasHappenedSinceThanIsReplayed() throws SQLException {
        ticketOf(mail());
        var place = log.end();
        ticketOf(mail());
        ticketOf(mail());

        assertThat(log.isWithin(place, 1)).isFalse();
        assertThat(log.isWithin(place, 20_000)).isTrue();
        assertThat(log.isWithin(new OutboxPosition(place.epoch(), place.xid(), place.seq() + 1_000_000), 20_000))
                .isFalse();
        assertThat(log.after(place, 1).rows()).hasSize(1);
        assertThat(log.after(log.end(), 1).rows()).isEmpty();
    }
}
