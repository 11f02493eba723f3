package io.carryon.ticketing.structure;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkAndSplitComponentTest {

    @Test
    void aLinkIsReadFromBothSidesAndUndone() {
        var child = ticketOf(mail());
        var parent = ticketOf(mail());

        link(child, "child-of", parent).statusCode(200).body("items[0].kind", equalTo("CHILD_OF"));
        link(child, "child-of", parent).statusCode(200).body("items", hasSize(1));

        ticket(child).body("links[0].kind", equalTo("CHILD_OF")).body("links[0].ticketId", equalTo(parent));
        ticket(parent).body("links[0].kind", equalTo("PARENT_OF")).body("links[0].ticketId", equalTo(child));
        ticket(parent).body("revision", equalTo(2));
        agent().delete("/v1/tickets/" + child + "/links/child-of/" + parent)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        agent().get("/v1/tickets/" + parent + "/events")
                .then()
                .body("items.type", equalTo(List.of("OPENED", "LINKED", "UNLINKED")))
                .body("items[1].data.kind", equalTo("PARENT_OF"));
    }

    @Test
    void linksNeverLeadBackToWhereTheyBegan() {
        var one = ticketOf(mail());
        var two = ticketOf(mail());
        var three = ticketOf(mail());
        link(one, "caused-by", two).statusCode(200);
        link(two, "caused-by", three).statusCode(200);

        link(three, "caused-by", one).statusCode(409).body("type", equalTo("urn:carryon:problem:link-circle"));
        link(three, "repeat-of", one).statusCode(200);
        link(one, "caused-by", one).statusCode(409).body("type", equalTo("urn:carryon:problem:link-to-itself"));
        link(one, "child-of", two).statusCode(200);
        link(one, "child-of", three).statusCode(409).body("type", equalTo("urn:carryon:problem:has-parent"));
        link(one, "enemy-of", two).statusCode(404);
        link(one, "child-of", UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void splitContactsAreATicketOfTheirOwnUntilThatIsTakenBack() {
        var first = mail();
        var id = ticketOf(first);
        var second = mailAbout(
                UUID.fromString(first.at("/customer/id").textValue()),
                UUID.fromString(first.at("/issue/id").textValue()));
        ((ObjectNode) second.get("contact")).put("text", "Where is my parcel?");
        ticketOf(second);
        reply(id, "It is on its way.").statusCode(201);

        var own = split(id, contactOf(second)).statusCode(201).extract().<String>path("ticketId");

        assertThat(own).isNotEqualTo(id);
        ticket(own)
                .body("conversation.items.text", equalTo(List.of("Where is my parcel?", "It is on its way.")))
                .body("issueId", not(equalTo(first.at("/issue/id").textValue())))
                .body("links[0].kind", equalTo("RELATED"))
                .body("links[0].ticketId", equalTo(id));
        ticket(id).body("conversation.items", hasSize(1));
        agent().header("If-Match", etag(own))
                .delete("/v1/tickets/" + own + "/split")
                .then()
                .statusCode(200)
                .body("ticketId", equalTo(id));
        ticket(id)
                .body("conversation.items.text[1]", equalTo("Where is my parcel?"))
                .body("conversation.items", hasSize(3));
        ticket(own).body("status", equalTo("CLOSED"));
        agent().header("If-Match", etag(own))
                .delete("/v1/tickets/" + own + "/split")
                .then()
                .statusCode(409);
    }

    @Test
    void aSplitLeavesSomethingAndTakesWhatIsThere() {
        var mail = mail();
        var id = ticketOf(mail);

        split(id, contactOf(mail)).statusCode(409).body("type", equalTo("urn:carryon:problem:nothing-left"));
        split(id, UUID.randomUUID().toString()).statusCode(400).body("errors[0].pointer", equalTo("/contactIds/0"));
        withKey()
                .header("If-Match", etag(id))
                .body("{\"contactIds\":[]}")
                .post("/v1/tickets/" + id + "/split")
                .then()
                .statusCode(400);
    }

    private static String contactOf(ObjectNode mail) {
        return mail.at("/contact/contactId").textValue();
    }

    private static ValidatableResponse link(String from, String kind, String to) {
        return agent().put("/v1/tickets/%s/links/%s/%s".formatted(from, kind, to))
                .then();
    }

    private static ValidatableResponse split(String id, String contact) {
        return withKey()
                .header("If-Match", etag(id))
                .body("{\"contactIds\":[\"%s\"]}".formatted(contact))
                .post("/v1/tickets/" + id + "/split")
                .then();
    }
}
