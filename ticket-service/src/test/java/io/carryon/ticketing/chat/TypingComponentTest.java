package io.carryon.ticketing.chat;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TypingComponentTest {

    private final ObjectNode chat = chat();
    private final String contact = chat.at("/contact/contactId").textValue();
    private final String looking = "looking-" + contact;
    private final String serving = "serving-" + contact;
    private final String elsewhere = "elsewhere-" + contact;

    @Test
    void whoLooksAtTheTicketOrServesItsQueueHearsThatTheCustomerTypes() {
        var id = ticketOf(chat);
        serves(serving, "busy", "support");
        serves(elsewhere, "busy", "technical");
        as(looking)
                .body("{\"state\":\"viewing\"}")
                .put("/v1/tickets/" + id + "/presence")
                .then()
                .statusCode(200);
        try (var looks = Listening.as(looking);
                var serves = Listening.as(serving);
                var other = Listening.as(elsewhere)) {
            // Whoever begins to listen hears from then on: typed until it is heard.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                types(Instant.now().plusSeconds(60));
                return count(looks, id) > 0 && count(serves, id) > 0;
            });
            var before = count(serves, id);
            var tooLate = Instant.parse("2026-01-01T00:00:00Z");
            types(tooLate);
            types(Instant.now().plusSeconds(60));

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(serves, id) > before);
            assertThat(serves.messages())
                    .noneMatch(message -> message.data().path("at").asText().equals(tooLate.toString()));
            assertThat(other.messages()).noneMatch(message -> message.event().equals("typing"));
        }
    }

    @Test
    void aCustomerIsToldThatStaffTypeButNotMoreOftenThanTheySee() {
        var id = ticketOf(chat);

        says(id, true, 204);
        says(id, true, 204);
        says(id, false, 204);
        says(id, false, 204);

        var told = Line.open().data("chat.activity", contact, 2);
        assertThat(told).extracting(event -> event.get("typing").asBoolean()).containsExactly(true, false);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.get("from").textValue()).isEqualTo("staff");
            assertThat(event.get("name").textValue()).isEqualTo("Name of agent-1");
            Contract.named("chat.activity").accepts(event);
        });
    }

    @Test
    void whereNobodyChatsNothingIsToldAndWhatIsNoTicketIsRefused() {
        says(ticketOf(mail()), true, 204);
        says(UUID.randomUUID().toString(), true, 404);
        agent().body("{}")
                .post("/v1/tickets/" + ticketOf(mail()) + "/typing")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/typing"));
    }

    @Test
    void theGatewayOffersWhatWeRead() {
        SiblingContracts.offer("channel-gateway", "chat.activity", Set.of());
        SiblingContracts.accepts("channel-gateway", "chat.activity", typing(Instant.now()));
    }

    private static ObjectNode chat() {
        var chat = mail();
        ((ObjectNode) chat.get("contact")).put("channel", "chat");
        return chat;
    }

    private ObjectNode typing(Instant at) {
        return (ObjectNode) Line.json("""
                {"contactId":"%s","from":"customer","typing":true,"at":"%s"}""".formatted(contact, at));
    }

    private void types(Instant at) {
        Line.open().publish("chat.activity", UUID.randomUUID().toString(), contact, typing(at));
    }

    private void says(String id, boolean typing, int status) {
        agent().body("{\"typing\":%s}".formatted(typing))
                .post("/v1/tickets/" + id + "/typing")
                .then()
                .statusCode(status);
    }

    private static long count(Listening listening, String ticket) {
        return listening.messages().stream()
                .filter(message -> message.event().equals("typing"))
                .filter(message -> ticket.equals(message.data().path("ticketId").textValue()))
                .count();
    }
}
