package io.carryon.ticketing.chat;

import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerWordsComponentTest {

    /** What the slowest machine does not take for too late. */
    private static final Instant IN_TIME = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.MILLIS);

    private final ObjectNode chat = chat();
    private final String contact = chat.at("/contact/contactId").textValue();
    private final String serving = "serving-" + contact;
    private final String elsewhere = "elsewhere-" + contact;

    @Test
    void whoServesTheQueueReadsAtOnceWhatTheCustomerGoesOnToWrite() {
        var ticket = ticketOf(chat);
        serves(serving, "busy", "support");
        serves(elsewhere, "busy", "technical");
        try (var serves = Listening.as(serving);
                var other = Listening.as(elsewhere)) {
            var said = said(3, "chat", IN_TIME);
            // Whoever begins to listen hears from then on: said until it is heard.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                writes(said(0, "chat", IN_TIME));
                writes(said(1, "chat", Instant.now().minusSeconds(60)));
                writes(said(2, "email", IN_TIME));
                writes(said);
                return !told(serves).isEmpty();
            });

            assertThat(told(serves)).containsOnly(Line.json("""
                    {"ticketId":"%s","contactId":"%s","entryId":"%s","text":"And one more thing",
                     "files":["invoice.pdf"],"at":"%s"}""".formatted(
                            ticket,
                            contact,
                            said.get("entryId").textValue(),
                            said.get("receivedAt").textValue())));
            assertThat(told(other)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenQuicklyIsReadInItsOrder() {
        ticketOf(chat);
        serves(serving, "busy", "support");
        try (var serves = Listening.as(serving)) {
            var first = said(1, "chat", IN_TIME);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                writes(first);
                return !told(serves).isEmpty();
            });
            var then = IntStream.range(2, 42)
                    .mapToObj(sequence -> said(sequence, "chat", IN_TIME))
                    .toList();
            then.forEach(this::writes);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(told(serves).stream()
                                    .map(message -> message.get("entryId"))
                                    .filter(entry -> !entry.equals(first.get("entryId"))))
                            .containsExactlyElementsOf(then.stream()
                                    .map(words -> words.get("entryId"))
                                    .toList()));
        }
    }

    @Test
    void theGatewayOffersWhatWeRead() {
        SiblingContracts.offer("channel-gateway", "contact.received", Set.of("/attachments/*/name"));
    }

    private static ObjectNode chat() {
        var chat = mail();
        ((ObjectNode) chat.get("contact")).put("channel", "chat");
        return chat;
    }

    private ObjectNode said(int sequence, String channel, Instant at) {
        return (ObjectNode) Line.json("""
                {"contactId":"%s","entryId":"%s","sequence":%d,"channel":"%s","text":"And one more thing",
                 "attachments":[{"name":"invoice.pdf"}],"receivedAt":"%s"}""".formatted(contact, UUID.randomUUID(), sequence, channel, at));
    }

    private void writes(ObjectNode said) {
        Line.open().publish("contact.received", UUID.randomUUID().toString(), contact, said);
    }

    private static List<JsonNode> told(Listening listening) {
        return listening.messages().stream()
                .filter(message -> message.event().equals("chat.message"))
                .map(Listening.Message::data)
                .toList();
    }
}
