package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.line.CountedStatements;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchIntakeComponentTest {

    private static final int BATCH = 64;

    @Inject
    TicketIntake intake;

    @Inject
    CountedIntake counting;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    SessionFactory hibernate;

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheBatch() {
        var contacts = Stream.generate(() -> mail()).limit(BATCH).toList();

        var opening = statements(contacts);
        var joining =
                statements(contacts.stream().map(IntakeComponentTest::followUp).toList());

        // Inbox, tickets of the issues, numbers, an insert for tickets, entries, clocks and log, and what customers can
        // expect; joining reads and updates tickets and clocks. The running service adds a count or two.
        assertThat(opening).isBetween(8L, 13L);
        assertThat(joining).isBetween(8L, 14L);
        ticket(ticketOf(contacts.getFirst())).body("conversation.items", hasSize(2));
        ticket(ticketOf(contacts.getLast())).body("conversation.items", hasSize(2));
    }

    @Test
    void callsAreOfferedByAFixedNumberOfStatementsToo() {
        var calls = Stream.generate(() -> callFor("billing")).limit(BATCH).toList();

        assertThat(statements(calls)).isBetween(12L, 17L);

        var last =
                Line.open().data("ticket.changed", ticketOf(calls.getLast()), 1).getFirst();
        Contract.named("ticket.changed").accepts(last);
        assertThat(last.at("/offer/position").intValue()).isGreaterThanOrEqualTo(BATCH);
    }

    @Test
    void whatFollowsFromAllThatABatchClosesIsLookedUpOnce() {
        var contacts = Stream.generate(() -> mail()).limit(4).toList();
        intake.take(arrived(contacts));
        var before = contacts.stream()
                .map(BatchIntakeComponentTest::ticketOf)
                .map(UUID::fromString)
                .toList();
        before.forEach(id -> agent().header("If-Match", "*")
                .body("{\"status\":\"RESOLVED\"}")
                .put("/v1/tickets/" + id + "/status")
                .then()
                .statusCode(200));
        QuarkusTransaction.requiringNew()
                .run(() -> new Sql(database)
                        .update(
                                "update ticketing.ticket_workflow set done_at = done_at - interval '20 days'"
                                        + " where ticket_id = any(?)",
                                before));

        var counted = new CountedStatements(database, hibernate);
        counting.over(counted.database())
                .take(arrived(
                        contacts.stream().map(IntakeComponentTest::followUp).toList()));

        before.forEach(id -> ticket(id.toString()).body("status", equalTo("CLOSED")));
        assertThat(counted.own())
                .filteredOn(statement -> statement.contains("ticketing.handover"))
                .hasSize(1);
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
    void whatCustomersWriteIsKeptToTheLetter() {
        var texts = List.of("NULL", "", "{\"a\", 'b'}", "a \\ and a \"quote\"", "two\nlines,\tand a tab");
        var contacts = texts.stream()
                .map(text -> {
                    var mail = mail();
                    ((ObjectNode) mail.get("contact")).put("text", text);
                    return mail;
                })
                .toList();

        intake.take(arrived(contacts));

        assertThat(contacts)
                .extracting(contact -> ticket(ticketOf(contact)).extract().<String>path("conversation.items[0].text"))
                .containsExactlyElementsOf(texts);
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
        var counted = new CountedStatements(database, hibernate);
        counting.over(counted.database()).take(arrived(contacts));
        return counted.count();
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
