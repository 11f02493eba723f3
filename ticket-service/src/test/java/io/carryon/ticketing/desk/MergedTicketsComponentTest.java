package io.carryon.ticketing.desk;

import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedTicketsComponentTest {

    private static final String MERGED = """
            insert into ticketing.ticket (id, version, revision, number, issue_id, customer_id, subject, status, queue,
                priority, channel, merged_into_ticket_id, opened_at, updated_at)
            select gen_random_uuid(), 0, 0, 'm' || n || substr(gen_random_uuid()::text, 1, 6), gen_random_uuid(),
                customer_id, subject, 'CLOSED', queue, priority, channel, id, opened_at, updated_at
            from ticketing.ticket, generate_series(1, ?) as n where id = ?""";

    @Inject
    DataSource database;

    @Test
    void aTicketThatTookManyInNamesTheLastOfThemAndSaysThereAreMore() throws SQLException {
        var few = ticketOf(mail());
        merge(20, few);
        var many = ticketOf(mail());
        merge(1000, many);

        ticket(few)
                .body("links.findAll { it.kind == 'MERGED_FROM' }", hasSize(20))
                .body("hasMoreMerged", equalTo(false));
        ticket(many)
                .body("links.findAll { it.kind == 'MERGED_FROM' }", hasSize(20))
                .body("hasMoreMerged", equalTo(true));
    }

    private void merge(int tickets, String into) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(MERGED)) {
            insert.setInt(1, tickets);
            insert.setObject(2, UUID.fromString(into));
            insert.executeUpdate();
        }
    }
}
