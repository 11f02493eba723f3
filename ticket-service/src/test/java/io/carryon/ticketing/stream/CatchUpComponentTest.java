package io.carryon.ticketing.stream;

import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.ticket.TicketEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
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
    }

    @Test
    void onlyWhatIsAskedForIsReadAndTheRestIsPassedOver() throws SQLException {
        var place = log.end();
        var ticket = ticketOf(mail());
        status(ticket, "RESOLVED").statusCode(200);
        ticketOf(mail());
        // Whoever has a transaction open on the server, even another service, holds the end of the log back.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> log.after(place, Set.of(TicketEvent.Type.OPENED), 10)
                                .rows()
                                .size()
                        == 2);

        var opened = log.after(place, Set.of(TicketEvent.Type.OPENED), 1);
        assertThat(opened.rows()).hasSize(1);
        assertThat(opened.more()).isTrue();
        var rest = log.after(opened.end(), Set.of(TicketEvent.Type.OPENED), 10);
        assertThat(rest.rows())
                .extracting(LogRow::event)
                .hasOnlyElementsOfType(TicketEvent.Opened.class)
                .hasSize(1);
        var nothing = log.after(place, Set.of(TicketEvent.Type.MERGED), 1);
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.end()).isEqualTo(log.end()).isEqualTo(rest.end());
    }
}
