package io.carryon.gateway.messenger.telegram;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.messenger.Replies;
import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class TelegramComponentTest {

    private static final String DOOR = "/v1/messengers/telegram/bot";

    /** A chat and the first of its updates: no test has another's. */
    private final long chat = ThreadLocalRandom.current().nextLong(1_000_000_000L, 1_000_000_000_000L);

    private final long update = chat * 10;
    private FakeProvider telegram;

    @Inject
    Archive archive;

    @Inject
    Erasure erasure;

    @BeforeEach
    void listen() {
        telegram = FakeProvider.listening();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void onlyWhoKnowsTheSecretIsLetIn() {
        var body = message(0, "\"text\":\"Hello\"");

        post(body, Map.of())
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:wrong-secret"));
        post(body, Map.of("X-Telegram-Bot-Api-Secret-Token", "telegram-secret-0123456780"))
                .statusCode(401);
        take("{}", 400).body("errors[0].pointer", equalTo("/update_id"));
        take("no json", 400);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/messengers/telegram/nobody")
                .then()
                .statusCode(404);
        take(message(1, "\"text\":\"Signed\""), 200);

        assertThat(entries(1, 1)).hasSize(1);
    }

    @Test
    void messagesOfAUserAreOneContactAndNoneIsTakenTwice() {
        take(message(0, "\"text\":\"Where is my parcel?\""), 200);
        take(message(0, "\"text\":\"Where is my parcel?\""), 200);
        take(message(1, "\"text\":\"Hello?\""), 200);
        take(edited(2, "\"text\":\"Hello? Anybody?\""), 200);

        var entries = Line.recordsUpTo(contact(0), 2);

        assertThat(entries)
                .extracting(entry -> entry.get("text").asText())
                .containsExactly("Where is my parcel?", "Hello?", "[Edited] Hello? Anybody?");
        var sender = entries.getFirst().get("sender");
        assertThat(sender.get("name").asText()).isEqualTo("Ann Weber");
        assertThat(sender.at("/handles/0/kind").asText()).isEqualTo("chat");
        assertThat(sender.at("/handles/0/value").asText()).isEqualTo("telegram:" + chat);
        assertThat(sender.at("/handles/0/method").asText()).isEqualTo("telegram");
        assertThat(entries.getFirst().get("language").asText()).isEqualTo("de");
    }

    @Test
    void aPhotoIsFetchedOnceTelegramGivesIt() throws Exception {
        telegram.next("/getFile", 502, "");
        take(message(0, """
                "photo":[{"file_id":"small","file_size":10,"width":90,"height":90},
                         {"file_id":"large","file_size":20,"width":800,"height":800}],"caption":"Broken\""""), 200);

        var entry = entries(0, 1).getFirst();

        assertThat(entry.get("text").asText()).isEqualTo("Broken");
        assertThat(entry.at("/attachments/0/name").asText()).isEqualTo("photo.jpg");
        try (var kept = archive.open(entry.at("/attachments/0/sha256").asText()).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(FakeProvider.PICTURE);
        }
        assertThat(telegram.asked("/getFile", asked -> asked.body().contains("large")))
                .hasSize(2);
    }

    @Test
    void whoStartsTheBotIsGreetedAndAGroupIsToldOnceWhereToWrite() {
        take(message(0, "\"text\":\"/start\""), 200);
        var group = "{\"id\":-%d,\"type\":\"supergroup\",\"title\":\"Friends\"}".formatted(chat);
        take(message(1, "\"text\":\"Hello bot\"").replaceFirst("\"chat\":\\{[^}]*}", "\"chat\":" + group), 200);
        take(message(2, "\"text\":\"Anybody?\"").replaceFirst("\"chat\":\\{[^}]*}", "\"chat\":" + group), 200);
        take(message(3, "\"text\":\"My parcel\""), 200);

        assertThat(Line.entriesBefore(contact(3), contact(0))).isEmpty();
        assertThat(entries(3, 1)).hasSize(1);
        var said = telegram.awaited("/sendMessage", asked -> asked.body().contains(String.valueOf(chat)), 2);
        assertThat(said)
                .extracting(asked -> asked.json().get("text").asText())
                .anyMatch(text -> text.contains("Ein Mensch aus unserem Support liest es"));
        assertThat(telegram.asked("/sendMessage", asked -> asked.body().contains("\"-" + chat)))
                .hasSize(1);
    }

    @Test
    void aGreetingThatDoesNotGoOutKeepsNobodyWaiting() {
        for (int i = 0; i < 20; i++) {
            telegram.next("/sendMessage", 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        }
        take(message(0, "\"text\":\"/start\""), 200);
        take(message(1, "\"text\":\"My parcel\""), 200);

        assertThat(entries(1, 1)).hasSize(1);
    }

    @Test
    void aLongReplyIsSeveralMessagesOfWhichTheFirstAnswersTheCustomers() {
        take(message(0, "\"text\":\"Explain it to me\""), 200);
        entries(0, 1);
        var file = archive.store(FakeProvider.PICTURE, "image/jpeg");

        var ticket = Replies.ask(
                contact(0),
                "telegram",
                "word ".repeat(1_000),
                Map.of(
                        "thread", Map.of("inReplyTo", "telegram:bot/%d/7".formatted(chat), "references", List.of()),
                        "attachments",
                                List.of(Map.of(
                                        "sha256",
                                        file.sha256(),
                                        "name",
                                        "way.jpg",
                                        "mediaType",
                                        "image/jpeg",
                                        "size",
                                        file.size()))));
        Replies.reasonOnce(ticket, "SENT");

        var sent = telegram.asked("/sendMessage", asked -> asked.body().contains(String.valueOf(chat)));
        assertThat(sent)
                .hasSize(2)
                .allMatch(part -> part.json().get("text").asText().length() <= 4_096);
        assertThat(sent.getFirst().json().at("/reply_parameters/message_id").asLong())
                .isEqualTo(7);
        assertThat(sent.getLast().json().has("reply_parameters")).isFalse();
        assertThat(telegram.asked("/sendPhoto", asked -> asked.body().contains(String.valueOf(chat))))
                .hasSize(1);
    }

    @Test
    void whoHasBlockedTheBotGetsNoReplyAndStaffSeeWhy() {
        take(message(0, "\"text\":\"Hello\""), 200);
        entries(0, 1);
        telegram.next("/sendMessage", 403, """
                {"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");

        var ticket = Replies.ask(contact(0), "telegram", "Hello!");

        assertThat(Replies.reasonOnce(ticket, "FAILED"))
                .contains("blocked the bot")
                .contains("another channel");
    }

    @Test
    void whenTelegramAsksUsToWaitTheReplyWaitsAndNothingIsSentTwice() {
        take(message(0, "\"text\":\"Hello\""), 200);
        entries(0, 1);
        telegram.next(
                        "/sendMessage",
                        200,
                        "{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":%d}}}".formatted(chat))
                .next("/sendMessage", 429, """
                {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""");

        var ticket = Replies.ask(contact(0), "telegram", "word ".repeat(1_000));
        assertThat(Replies.reasonOnce(ticket, "WAITING"))
                .satisfiesAnyOf(
                        reason -> assertThat(reason).isNull(),
                        reason -> assertThat(reason).contains("asks us to wait"));
        Replies.reasonOnce(ticket, "SENT");

        var sent = telegram.asked("/sendMessage", asked -> asked.body().contains(String.valueOf(chat)));
        assertThat(sent)
                .as("the first part, the second refused, the second again")
                .hasSize(3);
        assertThat(sent.getLast()).isEqualTo(sent.get(1));
    }

    @Test
    void anErasedConversationHoldsNothingAndItsCustomersNextMessageOpensAnother() {
        take(message(0, "\"text\":\"My card is lost\",\"document\":{\"file_id\":\"d\",\"file_name\":\"a.jpg\"}"), 200);
        entries(0, 1);
        Replies.reasonOnce(Replies.ask(contact(0), "telegram", "Hello!"), "SENT");
        var original = held(contact(0))
                .body(
                        "contacts[0].items.kind",
                        hasItems("messenger-conversation", "messenger-message", "messenger-sent", "messenger-file"))
                .body("contacts[0].items.data.address", hasItems(String.valueOf(chat)))
                .extract()
                .jsonPath()
                .getString("contacts[0].items.find { it.kind == 'messenger-message' }.original.sha256");

        erasure.erase(Set.of(contact(0)));

        assertThat(archive.open(original)).isEmpty();
        held(contact(0)).body("contacts[0].items", hasSize(0));
        var late = Replies.ask(contact(0), "telegram", "Still there?");
        assertThat(Replies.reasonOnce(late, "FAILED")).contains("no conversation by telegram");
        take(message(1, "\"text\":\"It is me again\""), 200);
        assertThat(entries(1, 1).getFirst().get("sequence").asInt()).isZero();
    }

    private String message(int number, String content) {
        return update(number, "message", "\"date\":" + Instant.now().getEpochSecond(), content);
    }

    private String edited(int number, String content) {
        var now = Instant.now().getEpochSecond();
        return update(number, "edited_message", "\"date\":%d,\"edit_date\":%d".formatted(now, now), content);
    }

    private String update(int number, String kind, String times, String content) {
        return """
                {"update_id":%d,"%s":{"message_id":%d,
                 "from":{"id":%4$d,"is_bot":false,"first_name":"Ann","last_name":"Weber","username":"annw","language_code":"de"},
                 "chat":{"id":%4$d,"first_name":"Ann","last_name":"Weber","type":"private"},%5$s,%6$s}}""".formatted(update + number, kind, number + 1, chat, times, content);
    }

    private static ValidatableResponse take(String body, int status) {
        return post(body, Map.of("X-Telegram-Bot-Api-Secret-Token", "telegram-secret-0123456789"))
                .statusCode(status);
    }

    private static ValidatableResponse post(String body, Map<String, String> headers) {
        return given().contentType("application/json")
                .headers(headers)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(DOOR)
                .then();
    }

    private static ValidatableResponse held(UUID contact) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("application/json")
                .body(Map.of("contactIds", List.of(contact)))
                .post("/v1/privacy/contacts")
                .then()
                .statusCode(200);
    }

    private UUID contact(int number) {
        return ContactId.derive("telegram", "bot", "update " + (update + number));
    }

    private List<JsonNode> entries(int firstNumber, int atLeast) {
        return Line.entriesOf(contact(firstNumber), atLeast);
    }
}
