package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.facts.IssueContacts;
import io.carryon.ticketing.handover.CountedHandovers;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.line.CountedStatements;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.DeliveryState;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryBatchComponentTest {

    private static final int BATCH = 16;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    Event<TicketLog.Appended> appended;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    CountedHandovers handovers;

    @Inject
    Clock clock;

    @Inject
    SessionFactory hibernate;

    @Test
    void aBatchIsOneStatementOfTheLog() {
        var ticketId = ticketOf(mail());
        var outcomes = Stream.generate(
                        () -> reply(ticketId, "Corrected.").extract().<String>path("id"))
                .limit(BATCH)
                .map(replyId -> sent(ticketId, replyId))
                .toList();

        var counted = new CountedStatements(database, hibernate);
        QuarkusTransaction.requiringNew().run(() -> counting(counted.database()).take(outcomes));

        // Inbox, tickets, replies, the tickets' update, one insert for the log; and an update a reply, which Hibernate
        // does not batch where a lazy column was not read. The running service adds a count or two.
        assertThat(counted.count()).isBetween(BATCH + 5L, BATCH + 9L);
        var changes = Line.open().data("ticket.changed", ticketId, 1 + 2 * BATCH);
        assertThat(changes)
                .extracting(change -> change.get("revision").intValue())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1 + 2 * BATCH).boxed().toList());
        assertThat(changes.subList(1 + BATCH, changes.size()))
                .allMatch(change -> change.get("change").textValue().equals("DELIVERY_CHANGED"));
    }

    private DeliveryIntake counting(DataSource counted) {
        return new DeliveryIntake(
                new Inbox(counted, null, clock),
                new Tickets(counted),
                new Conversation(counted),
                new TicketLog(
                        counted,
                        List.of(handovers.lapses(counted)),
                        List.of(new IssueContacts(counted)),
                        happened -> Map.of(),
                        null,
                        json,
                        appended,
                        transaction),
                clock);
    }

    private Arrived<DeliveryOutcome> sent(String ticketId, String replyId) {
        return new Arrived<>(
                UUID.randomUUID().toString(),
                "path",
                new DeliveryOutcome(
                        UUID.fromString(replyId),
                        UUID.fromString(ticketId),
                        DeliveryState.SENT,
                        null,
                        clock.instant()));
    }
}
