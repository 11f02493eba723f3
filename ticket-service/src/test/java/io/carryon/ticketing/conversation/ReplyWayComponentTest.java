package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.customers.CustomerFixtures.merged;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.carryon.ticketing.line.RecognizedFixtures.messenger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplyWayComponentTest {

    @Inject
    ObjectMapper json;

    private final Line line = Line.open();

    @Test
    void aReplyGoesToTheVerifiedAddressThatItNamesAndToNoOther() {
        var id = ticketOf(knowing(mail(), """
                [{"kind":"mailto","value":"maria@example.org","verification":"claimed"},
                 {"kind":"mailto","value":"work@example.org","verification":"verified"},
                 {"kind":"mailto","value":"attacker@evil.example","verification":"claimed"},
                 {"kind":"tel","value":"+4930123456","verification":"verified"}]"""));

        ways(id).body("items.to", equalTo(List.of("maria@example.org", "work@example.org")))
                .body("items.verified", equalTo(List.of(false, true)))
                .body("items.usual", equalTo(List.of(true, false)));
        reply(id, "\"to\":\"Work@example.org\"").statusCode(201);
        reply(id, "\"to\":\"attacker@evil.example\"")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("[email maria@example.org, email work@example.org]"));
        reply(id, "\"to\":\"work@example.org\",\"channel\":\"chat\"").statusCode(422);
        reply(id, "\"to\":\"+4930123456\"").statusCode(422);

        var requested = line.data("reply.requested", id, 1);
        assertThat(requested).hasSize(1);
        Contract.named("reply.requested").accepts(requested.getFirst());
        assertThat(requested.getFirst().at("/to/value").textValue()).isEqualTo("work@example.org");
        assertThat(requested.getFirst().at("/thread/references")).isEmpty();
    }

    @Test
    void eachAddressTheCustomerWroteFromIsAnsweredWithinItsOwnThread() {
        var customer = UUID.randomUUID();
        var issue = UUID.randomUUID();
        var first = mailAbout(customer, issue);
        var id = ticketOf(first);
        var second = mailAbout(customer, issue);
        ((ObjectNode) second.at("/contact/sender/handles/0"))
                .put("value", "second@example.org")
                .put("raw", "second@example.org");
        ticketOf(second);

        ways(id).body("items.to", equalTo(List.of("second@example.org", "maria@example.org")));
        reply(id, "\"to\":\"maria@example.org\"").statusCode(201);

        var requested = line.data("reply.requested", id, 1).getFirst();
        assertThat(requested.at("/thread/inReplyTo")).isEqualTo(first.at("/contact/thread/messageId"));
        assertThat(requested.at("/contactId")).isEqualTo(first.at("/contact/contactId"));
    }

    @Test
    void afterAMergeTheOtherCustomersAddressIsAWayToo() {
        var caller = UUID.randomUUID();
        var writer = UUID.randomUUID();
        var id = ticketOf(call(caller, UUID.randomUUID()));
        ticketOf(knowing(mailAbout(writer, UUID.randomUUID()), """
                [{"kind":"mailto","value":"maria@example.org","verification":"verified"}]"""));
        ways(id).body("items", hasSize(0));
        reply(id, "\"to\":\"maria@example.org\"").statusCode(422);

        line.publish(
                "customer.changed",
                UUID.randomUUID().toString(),
                writer.toString(),
                json.valueToTree(merged(1, caller, writer)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ways(id).body("items.to", hasItem("maria@example.org")));
        reply(id, "\"to\":\"maria@example.org\"").statusCode(201).body("channel", equalTo("email"));
        assertThat(line.data("reply.requested", id, 1)
                        .getFirst()
                        .at("/to/value")
                        .textValue())
                .isEqualTo("maria@example.org");
    }

    @Test
    void aMessengersUserIsAnsweredThereWithFilesAndStaffSeeUntilWhen() {
        var until = Instant.parse("2026-03-03T09:14:31Z");
        var whatsapp = ticketOf(messenger("whatsapp", "tel", "+491512345678", until));
        var telegram = ticketOf(messenger("telegram", "chat", "telegram:99", null));

        ways(whatsapp)
                .body("items.channel", equalTo(List.of("whatsapp")))
                .body("items.to", equalTo(List.of("+491512345678")))
                .body("items.verified", equalTo(List.of(true)))
                .body("items[0].until", equalTo(until.toString()));
        ways(telegram).body("items[0].to", equalTo("telegram:99")).body("items[0].until", nullValue());
        reply(telegram, "\"to\":\"telegram:99\"").statusCode(201).body("channel", equalTo("telegram"));
        reply(
                        whatsapp,
                        "\"attachments\":[{\"sha256\":\"%s\",\"name\":\"a.pdf\",\"mediaType\":\"application/pdf\",\"size\":7}]"
                                .formatted("ab".repeat(32)))
                .statusCode(201)
                .body("channel", equalTo("whatsapp"));

        var requested = line.data("reply.requested", whatsapp, 1).getFirst();
        Contract.named("reply.requested").accepts(requested);
        assertThat(requested.at("/to/kind").textValue()).isEqualTo("tel");
        assertThat(requested.at("/attachments")).hasSize(1);
    }

    @Test
    void waysAreOfATicketAndAnAddressIsAText() {
        agent().get("/v1/tickets/%s/reply-ways".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        reply(ticketOf(mail()), "\"to\":\"" + "x".repeat(400) + "\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/to"));
    }

    private static ObjectNode knowing(ObjectNode contact, String handles) {
        ((ObjectNode) contact.get("customer")).set("handles", Line.json(handles));
        return contact;
    }

    private static ValidatableResponse ways(String id) {
        return agent().get("/v1/tickets/%s/reply-ways".formatted(id)).then().statusCode(200);
    }

    private static ValidatableResponse reply(String id, String where) {
        return withKey()
                .body("{\"text\":\"Hello\",%s}".formatted(where))
                .post("/v1/tickets/" + id + "/replies")
                .then();
    }
}
