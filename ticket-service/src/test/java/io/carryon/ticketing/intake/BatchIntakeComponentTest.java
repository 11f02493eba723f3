package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchIntakeComponentTest {

    private static final int BATCH = 64;

    @Inject
    TicketIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    SessionFactory hibernate;

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheBatch() {
        var contacts = Stream.generate(() -> mail()).limit(BATCH).toList();

        var opening = statements(contacts);
        var joining =
                statements(contacts.stream().map(IntakeComponentTest::followUp).toList());

        // Inbox, tickets of the issues, numbers, and an insert for tickets, entries and log; the running service adds
        // a count or two.
        assertThat(opening).isBetween(1L, 9L);
        assertThat(joining).isBetween(1L, 9L);
        ticket(ticketOf(contacts.getFirst())).body("conversation.items", hasSize(2));
        ticket(ticketOf(contacts.getLast())).body("conversation.items", hasSize(2));
    }

    @Test
    void contactsOfOneBatchOnOneIssueAreOneTicketInTheirOrder() {
        var first = mail();
        var contacts = new ArrayList<ObjectNode>(List.of(first));
        contacts.addAll(Stream.generate(() -> IntakeComponentTest.followUp(first))
                .limit(4)
                .toList());

        intake.take(arrived(contacts));

        var id = ticketOf(first);
        List<String> said = ticket(id).extract().path("conversation.items.contactId");
        assertThat(said)
                .containsExactlyElementsOf(contacts.stream()
                        .map(BatchIntakeComponentTest::contactId)
                        .toList());
        assertThat(Line.open().data("ticket.changed", id, 5))
                .extracting(change -> change.get("revision").intValue())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatIsTwiceInABatchOrWasHandledBeforeIsHandledOnce() {
        var before = mail();
        intake.take(arrived(List.of(before)));
        var twice = mail();

        intake.take(arrived(List.of(twice, before, twice)));

        ticket(ticketOf(twice)).body("conversation.items", hasSize(1));
        ticket(ticketOf(before)).body("conversation.items", hasSize(1));
    }

    @Test
    void aBatchWithAnIncompleteContactIsRefusedAsAWhole() {
        var good = mail();
        var bad = mail();
        ((ObjectNode) bad.get("contact")).putNull("text");

        assertThatThrownBy(() -> intake.take(arrived(List.of(good, bad)))).isInstanceOf(UnreadableEventException.class);

        intake.take(arrived(List.of(good)));
        ticket(ticketOf(good)).body("conversation.items", hasSize(1));
    }

    private long statements(List<ObjectNode> contacts) {
        var events = arrived(contacts);
        var before = hibernate.getStatistics().getPrepareStatementCount();
        intake.take(events);
        return hibernate.getStatistics().getPrepareStatementCount() - before;
    }

    private List<Arrived<RecognizedContact>> arrived(List<ObjectNode> contacts) {
        return contacts.stream()
                .map(contact -> new Arrived<>(contact.at("/contact/entryId").textValue(), "path", read(contact)))
                .toList();
    }

    private RecognizedContact read(ObjectNode contact) {
        try {
            return json.treeToValue(contact, RecognizedContact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String ticketOf(ObjectNode contact) {
        return ticketWith(contactId(contact));
    }

    private static String contactId(ObjectNode contact) {
        return UUID.fromString(contact.at("/contact/contactId").textValue()).toString();
    }
}
