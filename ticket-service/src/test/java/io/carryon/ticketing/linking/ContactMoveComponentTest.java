package io.carryon.ticketing.linking;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.carryon.ticketing.linking.LinkedFixtures.contactOf;
import static io.carryon.ticketing.linking.LinkedFixtures.issueOf;
import static io.carryon.ticketing.linking.LinkedFixtures.linked;
import static io.carryon.ticketing.linking.LinkedFixtures.linkedAt;
import static io.carryon.ticketing.linking.LinkedFixtures.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactMoveComponentTest {

    private final Line line = Line.open();
    private final UUID customer = UUID.randomUUID();

    @Test
    void aConfirmedContactGoesToTheOpenTicketWithAllThatWasSaidAndTheEmptyOneLeadsThere() {
        var first = aMail();
        var survivor = ticketOf(first);
        var second = aMail();
        var emptied = ticketOf(second);
        var replyId = reply(emptied, "We look into it.").extract().<String>path("id");
        note(emptied, "Same as last week?");
        status(survivor, "WAITING_FOR_CUSTOMER").statusCode(200);

        publish(linked(second, issueOf(first), "AGENT_CONFIRMED"));
        hasMoved(contactOf(second), survivor);

        ticket(survivor)
                .body("status", equalTo("OPEN"))
                .body("conversation.items.kind", equalTo(List.of("CONTACT", "CONTACT", "REPLY", "NOTE")))
                .body("links.find { it.kind == 'MERGED_FROM' }.ticketId", equalTo(emptied));
        var number = ticket(survivor).extract().<String>path("number");
        ticket(emptied)
                .body("status", equalTo("CLOSED"))
                .body("conversation.items", hasSize(0))
                .body("links.find { it.kind == 'MERGED_INTO' }.number", equalTo(number));
        agent().get("/v1/tickets/" + emptied + "/events")
                .then()
                .body("items.type", hasItems("CONTACT_MOVED_OUT", "MERGED"))
                .body("items[-1].actor.name", equalTo("Ada"))
                .body("items[-1].data.reason", equalTo("Continued on ticket " + number));
        agent().get("/v1/tickets/" + survivor + "/events")
                .then()
                .body("items[-1].type", equalTo("CONTACT_MOVED_IN"))
                .body("items[-1].data.why", equalTo("AGENT_CONFIRMED"))
                .body("items[-1].data.fromTicketId", equalTo(emptied));
        line.data("ticket.changed", emptied, 5).forEach(Contract.named("ticket.changed")::accepts);
        var moved = line.data("ticket.changed", survivor, 3).getLast();
        Contract.named("ticket.changed").accepts(moved);
        assertThat(moved.get("change").textValue()).isEqualTo("CONTACT_MOVED_IN");
        assertThat(moved.get("contactId").textValue()).isEqualTo(contactOf(second));

        outcome(replyId, emptied);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> agent().get("/v1/tickets/" + survivor + "/entries/" + replyId)
                        .then()
                        .body("delivery.state", equalTo("SENT")));
        assertThat(ticketOf(mailAbout(customer, UUID.fromString(issueOf(second)))))
                .isEqualTo(survivor);
    }

    @Test
    void aContactAloneTakesItsTicketToAnIssueWithoutAnOpenOne() {
        var old = aMail();
        var closed = ticketOf(old);
        status(closed, "RESOLVED").statusCode(200);
        status(closed, "CLOSED").statusCode(200);
        var contact = aMail();
        var id = ticketOf(contact);

        publish(linked(contact, issueOf(old), "CUSTOMER_CONFIRMED"));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> ticket(id)
                        .body("issueId", equalTo(issueOf(old)))
                        .body("status", equalTo("NEW"))
                        .body("links[0].kind", equalTo("PREVIOUS"))
                        .body("links[0].ticketId", equalTo(closed)));
        var changed = line.data("ticket.changed", id, 2).getLast();
        Contract.named("ticket.changed").accepts(changed);
        assertThat(changed.get("formerIssueId").textValue()).isEqualTo(issueOf(contact));
        assertThat(ticketOf(mailAbout(customer, UUID.fromString(issueOf(contact)))))
                .isEqualTo(id);
    }

    @Test
    void aRejectedContactLeavesASharedTicketForOneOfItsOwnWithItsReplies() {
        var first = aMail();
        var shared = ticketOf(first);
        note(shared, "Calls back on Monday.");
        reply(shared, "To the first.");
        var second = mailAbout(customer, UUID.fromString(issueOf(first)));
        ticketOf(second);
        reply(shared, "To the second.");
        var other = UUID.randomUUID().toString();

        publish(linked(second, other, "REJECTED"));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !ticketWith(contactOf(second)).equals(shared));
        var own = ticketWith(contactOf(second));

        ticket(own)
                .body("issueId", equalTo(other))
                .body("status", equalTo("NEW"))
                .body("subject", equalTo("Invoice of May"))
                .body("customer.id", equalTo(customer.toString()))
                .body("links[0].kind", equalTo("RELATED"))
                .body("links[0].ticketId", equalTo(shared))
                .body("conversation.items.text", hasItem("To the second."))
                .body("conversation.items", hasSize(2));
        ticket(shared)
                .body("status", equalTo("OPEN"))
                .body("conversation.items.kind", equalTo(List.of("CONTACT", "NOTE", "REPLY")))
                .body("conversation.items.text", not(hasItem("To the second.")));
        // What is said next takes the next place.
        reply(own, "And once more.");
        ticket(own).body("conversation.items[-1].text", equalTo("And once more."));
        var later = second.deepCopy();
        ((ObjectNode) later.get("contact"))
                .put("entryId", UUID.randomUUID().toString())
                .put("sequence", 1)
                .put("text", "One more thing");
        line.recognized(later);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> ticket(own).body("conversation.items.text", hasItem("One more thing")));
    }

    @Test
    void aWordThatComesBeforeItsContactWaitsForItAndTheLatestWordHoldsWhenTheyComeInAnotherOrder() {
        var first = aMail();
        var survivor = ticketOf(first);
        var contact = aMail();
        var now = Instant.now();
        var latest = linkedAt(contact, issueOf(first), "AGENT_CONFIRMED", now);
        publish(latest);
        publish(linkedAt(contact, UUID.randomUUID().toString(), "REJECTED", now.minusSeconds(60)));
        publish(latest);

        line.recognized(contact);

        hasMoved(contactOf(contact), survivor);
        publish(linkedAt(contact, UUID.randomUUID().toString(), "REJECTED", now.minusSeconds(30)));
        var marker = linkedAt(contact, issueOf(first), "CUSTOMER_CONFIRMED", now.plusSeconds(1));
        publish(marker);
        ticket(survivor).body("conversation.items", hasSize(2));
    }

    @Test
    void aContactThatGoesBackIsOnTheTicketWhoseNumberTheCustomerKnows() {
        var first = aMail();
        var other = ticketOf(first);
        var second = aMail();
        var own = ticketOf(second);
        publish(linked(second, issueOf(first), "AGENT_CONFIRMED"));
        hasMoved(contactOf(second), other);

        publish(linked(second, issueOf(second), "REJECTED"));

        hasMoved(contactOf(second), own);
        ticket(own)
                .body("status", equalTo("NEW"))
                .body("links.kind", not(hasItem("MERGED_INTO")))
                .body("conversation.items", hasSize(1));
        ticket(other).body("conversation.items", hasSize(1)).body("links.kind", not(hasItem("MERGED_FROM")));
        // Its issue has no second ticket, which would say that it was opened again.
        agent().get("/v1/tickets?issueId=" + issueOf(second)).then().body("items.id", equalTo(List.of(own)));
        assertThat(ticketOf(mailAbout(customer, UUID.fromString(issueOf(second)))))
                .isEqualTo(own);
    }

    @Test
    void aTicketThatWasLeftNamesTheTicketItsContactIsOnWhenItIsBack() {
        var first = aMail();
        var other = ticketOf(first);
        var second = aMail();
        var left = ticketOf(second);
        publish(linked(second, issueOf(first), "AGENT_CONFIRMED"));
        hasMoved(contactOf(second), other);
        var third = aMail();
        var taken = ticketOf(third);
        publish(linked(third, issueOf(second), "AGENT_CONFIRMED"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> ticket(taken).body("issueId", equalTo(issueOf(second))));

        publish(linked(second, issueOf(second), "REJECTED"));

        hasMoved(contactOf(second), taken);
        ticket(left).body("links.find { it.kind == 'MERGED_INTO' }.ticketId", equalTo(taken));
    }

    private ObjectNode aMail() {
        return mailAbout(customer, UUID.randomUUID());
    }

    private static void hasMoved(String contact, String toTicket) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(ticketWith(contact)).isEqualTo(toTicket));
    }

    private static void note(String ticket, String text) {
        withKey()
                .body("{\"text\":\"%s\"}".formatted(text))
                .post("/v1/tickets/" + ticket + "/notes")
                .then()
                .statusCode(201);
    }

    private void outcome(String replyId, String ticket) {
        line.publish(
                "delivery.outcome", UUID.randomUUID().toString(), ticket, Line.json("""
                {"replyId":"%s","ticketId":"%s","outcome":"SENT","at":"2026-03-02T08:00:00Z"}""".formatted(replyId, ticket)));
    }
}
