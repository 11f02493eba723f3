package io.carryon.gateway.messenger.telegram;

import static io.carryon.gateway.messenger.telegram.TelegramCustomer.post;
import static io.carryon.gateway.messenger.telegram.TelegramCustomer.take;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.testing.HeldData;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Replies;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers write to the bot, what is kept of it, and what the bot says by itself. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class TelegramComponentTest {

    private final TelegramCustomer customer = new TelegramCustomer();
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
        var body = customer.message(0, "\"text\":\"Hello\"");

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
        take(customer.message(1, "\"text\":\"Signed\""), 200);

        assertThat(customer.entries(1, 1)).hasSize(1);
    }

    @Test
    void messagesOfAUserAreOneContactAndNoneIsTakenTwice() {
        take(customer.message(0, "\"text\":\"Where is my parcel?\""), 200);
        take(customer.message(0, "\"text\":\"Where is my parcel?\""), 200);
        take(customer.message(1, "\"text\":\"Hello?\""), 200);
        take(customer.edited(2, "\"text\":\"Hello? Anybody?\""), 200);

        var entries = Line.recordsUpTo(customer.contact(0), 2);

        assertThat(entries)
                .extracting(entry -> entry.get("text").asText())
                .containsExactly("Where is my parcel?", "Hello?", "[Edited] Hello? Anybody?");
        var sender = entries.getFirst().get("sender");
        assertThat(sender.get("name").asText()).isEqualTo("Ann Weber");
        assertThat(sender.at("/handles/0/kind").asText()).isEqualTo("chat");
        assertThat(sender.at("/handles/0/value").asText()).isEqualTo("telegram:" + customer.chat());
        assertThat(sender.at("/handles/0/method").asText()).isEqualTo("telegram");
        assertThat(entries.getFirst().get("language").asText()).isEqualTo("de");
    }

    @Test
    void aPhotoIsFetchedOnceTelegramGivesIt() throws Exception {
        telegram.next("/getFile", 502, "");
        take(customer.message(0, """
                "photo":[{"file_id":"small","file_size":10,"width":90,"height":90},
                         {"file_id":"large","file_size":20,"width":800,"height":800}],"caption":"Broken\""""), 200);

        var entry = customer.entries(0, 1).getFirst();

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
        take(customer.message(0, "\"text\":\"/start\""), 200);
        var group = "{\"id\":-%d,\"type\":\"supergroup\",\"title\":\"Friends\"}".formatted(customer.chat());
        take(
                customer.message(1, "\"text\":\"Hello bot\"").replaceFirst("\"chat\":\\{[^}]*}", "\"chat\":" + group),
                200);
        take(customer.message(2, "\"text\":\"Anybody?\"").replaceFirst("\"chat\":\\{[^}]*}", "\"chat\":" + group), 200);
        take(customer.message(3, "\"text\":\"My parcel\""), 200);

        assertThat(Line.entriesBefore(customer.contact(3), customer.contact(0))).isEmpty();
        assertThat(customer.entries(3, 1)).hasSize(1);
        var said = telegram.awaited("/sendMessage", asked -> asked.body().contains(String.valueOf(customer.chat())), 2);
        assertThat(said)
                .extracting(asked -> asked.json().get("text").asText())
                .anyMatch(text -> text.contains("Ein Mensch aus unserem Support liest es"));
        assertThat(telegram.asked("/sendMessage", asked -> asked.body().contains("\"-" + customer.chat())))
                .hasSize(1);
    }

    @Test
    void aGreetingThatDoesNotGoOutKeepsNobodyWaiting() {
        for (int i = 0; i < 20; i++) {
            telegram.next("/sendMessage", 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        }
        take(customer.message(0, "\"text\":\"/start\""), 200);
        take(customer.message(1, "\"text\":\"My parcel\""), 200);

        assertThat(customer.entries(1, 1)).hasSize(1);
    }

    @Test
    void anErasedConversationHoldsNothingAndItsCustomersNextMessageOpensAnother() {
        take(
                customer.message(
                        0, "\"text\":\"My card is lost\",\"document\":{\"file_id\":\"d\",\"file_name\":\"a.jpg\"}"),
                200);
        customer.entries(0, 1);
        Replies.reasonOnce(Replies.ask(customer.contact(0), "telegram", "Hello!"), "SENT");
        var original = HeldData.of(customer.contact(0))
                .body(
                        "contacts[0].items.kind",
                        hasItems("messenger-conversation", "messenger-message", "messenger-sent", "messenger-file"))
                .body("contacts[0].items.data.address", hasItems(String.valueOf(customer.chat())))
                .extract()
                .jsonPath()
                .getString("contacts[0].items.find { it.kind == 'messenger-message' }.original.sha256");

        erasure.erase(Set.of(customer.contact(0)));

        assertThat(archive.open(original)).isEmpty();
        HeldData.of(customer.contact(0)).body("contacts[0].items", hasSize(0));
        var late = Replies.ask(customer.contact(0), "telegram", "Still there?");
        assertThat(Replies.reasonOnce(late, "FAILED")).contains("no conversation by telegram");
        take(customer.message(1, "\"text\":\"It is me again\""), 200);
        assertThat(customer.entries(1, 1).getFirst().get("sequence").asInt()).isZero();
    }
}
