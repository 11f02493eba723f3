package io.carryon.ticketing.facts;

import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IssueContactsComponentTest {

    private static final int EARLIER = 2000;

    private static final String HISTORY = """
            insert into ticketing.issue_contact (contact_id, issue_id, customer_id, position, at, next_at, channel)
            select gen_random_uuid(), ?, ?, n, ?::timestamptz + n * interval '1 hour',
                   ?::timestamptz + (n + 1) * interval '1 hour', 'EMAIL'
            from generate_series(1, ?) as n""";

    private static final String TOUCHED = """
            select idx_tup_fetch + seq_tup_read + n_tup_upd from pg_stat_xact_user_tables
            where schemaname = 'ticketing' and relname = 'issue_contact'""";

    private static final String PLACE = """
            select position || ' ' || (next_at is null) from ticketing.issue_contact where contact_id = ?::uuid""";

    private final UUID customer = UUID.randomUUID();
    private final UUID issue = UUID.randomUUID();

    @Inject
    IssueContacts facts;

    @Inject
    DataSource database;

    @Test
    void oneMoreContactOfAnIssueWithThousandsTouchesAFewRows() {
        var now = Instant.now();
        var begin = now.minus(1000, ChronoUnit.DAYS);
        var contact = UUID.randomUUID();
        var sql = new Sql(database);
        QuarkusTransaction.requiringNew().run(() -> sql.update(HISTORY, issue, customer, begin, begin, EARLIER));

        QuarkusTransaction.requiringNew().run(() -> {
            // What a table of a test is too small for.
            sql.update("set local enable_seqscan = off");
            var before = touched(sql);
            facts.follow(List.of(added(contact, now)));
            assertThat(touched(sql) - before).isBetween(1L, 50L);
            assertThat(place(sql, contact.toString())).isEqualTo((EARLIER + 1) + " true");
        });
    }

    private Happening added(UUID contact, Instant at) {
        return new Happening(
                UUID.randomUUID(),
                2,
                new TicketEvent.ContactAdded(
                        contact, contact, Channel.EMAIL, TicketStatus.NEW, at, null, null, false, false, null),
                new TicketState(
                        "100004", issue, customer, "May", TicketStatus.NEW, "support", null, Priority.NORMAL, at),
                Actor.customer(customer.toString(), "Maria Weber"),
                at);
    }

    @Test
    void aContactReceivedBeforeOthersTakesItsPlaceAmongThem() {
        var now = Instant.now();
        var first = receivedAt(now.minus(3, ChronoUnit.HOURS));
        ticketOf(first);
        var last = receivedAt(now);
        ticketOf(last);

        var late = receivedAt(now.minus(1, ChronoUnit.HOURS));
        ticketOf(late);

        var sql = new Sql(database);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(place(sql, contactOf(first))).isEqualTo("1 false");
            assertThat(place(sql, contactOf(late))).isEqualTo("2 false");
            assertThat(place(sql, contactOf(last))).isEqualTo("3 true");
        });
    }

    /** Rows read and changed by this connection so far. */
    private static long touched(Sql sql) {
        return sql.first(TOUCHED, row -> row.getLong(1)).orElseThrow();
    }

    private static String place(Sql sql, String contact) {
        return sql.first(PLACE, row -> row.getString(1), contact).orElseThrow();
    }

    private static String contactOf(ObjectNode mail) {
        return mail.at("/contact/contactId").textValue();
    }

    private ObjectNode receivedAt(Instant at) {
        var mail = mailAbout(customer, issue);
        ((ObjectNode) mail.get("contact")).put("receivedAt", at.toString());
        return mail;
    }
}
