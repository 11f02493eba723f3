package io.carryon.ticketing.structure;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeComponentTest {

    private final UUID customer = UUID.randomUUID();

    @Test
    void aMergedTicketIsShownAndWorkedOnAtTheOtherAndMailToItComesThere() {
        var first = aMail("The invoice is wrong.");
        var survivor = ticketOf(first);
        var second = aMail("Also the address.");
        var merged = ticketOf(second);
        status(survivor, "WAITING_FOR_CUSTOMER").statusCode(200);
        status(merged, "OPEN").statusCode(200);

        merge(merged, survivor).statusCode(200).body("ticketId", equalTo(survivor));

        ticket(survivor)
                .body("conversation.items.text", equalTo(List.of("The invoice is wrong.", "Also the address.")))
                .body("links.find { it.kind == 'MERGED_FROM' }.ticketId", equalTo(merged));
        ticket(merged)
                .body("status", equalTo("CLOSED"))
                .body("conversation.items", hasSize(1))
                .body("links.find { it.kind == 'MERGED_INTO' }.ticketId", equalTo(survivor));
        assertThat(ticketOf(about(second, "One more thing."))).isEqualTo(survivor);
        ticket(survivor).body("status", equalTo("OPEN")).body("conversation.items", hasSize(3));
        var latest = contactOfLast(survivor);
        reply(survivor, "All is corrected.").statusCode(201).body("contactId", equalTo(latest));
        var told = Line.open().data("ticket.changed", survivor, 3);
        told.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(told).extracting(change -> change.get("change").textValue()).contains("ABSORBED");
    }

    @Test
    void takenBackEachTicketIsAsItWasAndMailGoesToItsOwn() {
        var first = aMail("The invoice is wrong.");
        var survivor = ticketOf(first);
        var second = aMail("Where is my parcel?");
        var merged = ticketOf(second);
        status(merged, "WAITING_FOR_CUSTOMER").statusCode(200);
        merge(merged, survivor).statusCode(200);

        unmerge(merged).statusCode(200).body("status", equalTo("WAITING_FOR_CUSTOMER"));

        ticket(survivor).body("conversation.items", hasSize(1)).body("links", hasSize(0));
        ticket(merged)
                .body("conversation.items.text", equalTo(List.of("Where is my parcel?")))
                .body("links", hasSize(0));
        assertThat(ticketOf(about(second, "Still nothing."))).isEqualTo(merged);
        ticket(merged).body("status", equalTo("OPEN"));
        agent().get("/v1/tickets/" + merged + "/events")
                .then()
                .body("items.type", hasItems("MERGED", "UNMERGED"))
                .body("items.find { it.type == 'UNMERGED' }.actor.id", equalTo("agent-1"));
        unmerge(merged).statusCode(409).body("type", containsString("not-merged"));
    }

    @Test
    void mailGoesThroughAChainOfMergesAndEachLinkCanBeTakenBack() {
        var mails = List.of(aMail("One"), aMail("Two"), aMail("Three"));
        var tickets =
                mails.stream().map(io.carryon.ticketing.line.Desk::ticketOf).toList();
        merge(tickets.get(0), tickets.get(1)).statusCode(200);
        merge(tickets.get(1), tickets.get(2)).statusCode(200);

        assertThat(ticketOf(about(mails.get(0), "Four"))).isEqualTo(tickets.get(2));
        ticket(tickets.get(2)).body("conversation.items.text", equalTo(List.of("One", "Two", "Three", "Four")));

        unmerge(tickets.get(1)).statusCode(200);
        assertThat(ticketOf(about(mails.get(0), "Five"))).isEqualTo(tickets.get(1));
        ticket(tickets.get(1)).body("conversation.items.text", equalTo(List.of("One", "Two", "Five")));
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        var one = ticketOf(aMail("One"));
        var two = ticketOf(aMail("Two"));
        var strangers = ticketOf(mail());
        var closed = ticketOf(aMail("Three"));
        status(closed, "RESOLVED");
        status(closed, "CLOSED").statusCode(200);

        merge(one, one).statusCode(409).body("type", equalTo("urn:carryon:problem:merge-into-itself"));
        merge(one, strangers).statusCode(409).body("type", equalTo("urn:carryon:problem:other-customer"));
        merge(one, closed).statusCode(409).body("type", equalTo("urn:carryon:problem:survivor-closed"));
        merge(one, UUID.randomUUID().toString()).statusCode(404);
        var body = "{\"into\":\"%s\"}".formatted(two);
        agent().body(body).put("/v1/tickets/" + one + "/merge").then().statusCode(428);
        agent().header("If-Match", "\"77\"")
                .body(body)
                .put("/v1/tickets/" + one + "/merge")
                .then()
                .statusCode(412);
        merge(one, two).statusCode(200);
        merge(one, two).statusCode(200);
        ticket(one).body("revision", equalTo(2));
        merge(two, one).statusCode(409).body("type", equalTo("urn:carryon:problem:merge-circle"));
        merge(one, strangers).statusCode(409).body("type", equalTo("urn:carryon:problem:already-merged"));
    }

    @Test
    void pagesOfAMergedConversationHoldEachEntryOnce() {
        var one = ticketOf(aMail("One"));
        var two = ticketOf(aMail("Two"));
        reply(one, "Three").statusCode(201);
        reply(two, "Four").statusCode(201);
        merge(one, two).statusCode(200);

        var path = "/v1/tickets/" + two + "/entries?limit=3";
        var page = agent().get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("hasMore", equalTo(true));
        agent().get(path + "&cursor=" + page.extract().path("next"))
                .then()
                .body("items.text", equalTo(List.of("Four")))
                .body("next", nullValue());
        var entry = page.extract().<String>path("items[0].id");
        agent().get("/v1/tickets/" + two + "/entries/" + entry)
                .then()
                .statusCode(200)
                .body("text", equalTo("One"));
    }

    private ObjectNode aMail(String text) {
        return said(mailAbout(customer, UUID.randomUUID()), text);
    }

    private ObjectNode about(ObjectNode mail, String text) {
        return said(mailAbout(customer, UUID.fromString(mail.at("/issue/id").textValue())), text);
    }

    private static ObjectNode said(ObjectNode mail, String text) {
        ((ObjectNode) mail.get("contact")).put("text", text);
        return mail;
    }

    private static String contactOfLast(String ticket) {
        return ticket(ticket).extract().path("conversation.items[-1].contactId");
    }

    private static ValidatableResponse merge(String id, String into) {
        return agent().header("If-Match", etag(id))
                .body("{\"into\":\"%s\",\"reason\":\"The same\"}".formatted(into))
                .put("/v1/tickets/" + id + "/merge")
                .then();
    }

    private static ValidatableResponse unmerge(String id) {
        return agent().header("If-Match", etag(id))
                .delete("/v1/tickets/" + id + "/merge")
                .then();
    }
}
