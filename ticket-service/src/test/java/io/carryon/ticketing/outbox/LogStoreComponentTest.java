package io.carryon.ticketing.outbox;

import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogStoreComponentTest {

    @Inject
    DataSource database;

    @Inject
    LogStore log;

    @Test
    void theEndIsTheLatestTransactionAlsoOnceTheirIdsHaveMoreDigits() throws SQLException {
        var ticket = ticketOf(mail());
        ticketOf(mail());
        try (var connection = database.getConnection();
                var earlier = connection.prepareStatement(
                        "update ticketing.ticket_event set xid = '9' where ticket_id = ?::uuid")) {
            connection.setAutoCommit(false);
            try {
                earlier.setString(1, ticket);
                assertThat(earlier.executeUpdate()).isEqualTo(1);

                assertThat(log.end(connection).xid()).isNotEqualTo("9");
            } finally {
                connection.rollback();
            }
        }
    }
}
