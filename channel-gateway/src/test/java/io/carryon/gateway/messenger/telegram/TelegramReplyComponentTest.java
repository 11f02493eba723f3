package io.carryon.gateway.messenger.telegram;

import static io.carryon.gateway.messenger.telegram.TelegramCustomer.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.testing.Replies;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes out by the bot, and what Telegram makes of it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class TelegramReplyComponentTest {

    private final TelegramCustomer customer = new TelegramCustomer();
    private FakeProvider telegram;

    @Inject
    Archive archive;

    @BeforeEach
    void listen() {
        telegram = FakeProvider.listening();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aLongReplyIsSeveralMessagesOfWhichTheFirstAnswersTheCustomers() {
        take(customer.message(0, "\"text\":\"Explain it to me\""), 200);
        customer.entries(0, 1);
        var file = archive.store(FakeProvider.PICTURE, "image/jpeg");

        var ticket = Replies.ask(
                customer.contact(0),
                "telegram",
                "word ".repeat(1_000),
                Map.of(
                        "thread",
                                Map.of(
                                        "inReplyTo",
                                        "telegram:bot/%d/7".formatted(customer.chat()),
                                        "references",
                                        List.of()),
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

        var sent = telegram.asked("/sendMessage", asked -> asked.body().contains(String.valueOf(customer.chat())));
        assertThat(sent)
                .hasSize(2)
                .allMatch(part -> part.json().get("text").asText().length() <= 4_096);
        assertThat(sent.getFirst().json().at("/reply_parameters/message_id").asLong())
                .isEqualTo(7);
        assertThat(sent.getLast().json().has("reply_parameters")).isFalse();
        assertThat(telegram.asked("/sendPhoto", asked -> asked.body().contains(String.valueOf(customer.chat()))))
                .hasSize(1);
    }

    @Test
    void whoHasBlockedTheBotGetsNoReplyAndStaffSeeWhy() {
        take(customer.message(0, "\"text\":\"Hello\""), 200);
        customer.entries(0, 1);
        telegram.next("/sendMessage", 403, """
                {"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");

        var ticket = Replies.ask(customer.contact(0), "telegram", "Hello!");

        assertThat(Replies.reasonOnce(ticket, "FAILED"))
                .contains("blocked the bot")
                .contains("another channel");
    }

    @Test
    void whenTelegramAsksUsToWaitTheReplyWaitsAndNothingIsSentTwice() {
        take(customer.message(0, "\"text\":\"Hello\""), 200);
        customer.entries(0, 1);
        telegram.next(
                        "/sendMessage",
                        200,
                        "{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":%d}}}".formatted(customer.chat()))
                .next("/sendMessage", 429, """
                {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""");

        var ticket = Replies.ask(customer.contact(0), "telegram", "word ".repeat(1_000));
        assertThat(Replies.reasonOnce(ticket, "WAITING"))
                .satisfiesAnyOf(
                        reason -> assertThat(reason).isNull(),
                        reason -> assertThat(reason).contains("asks us to wait"));
        Replies.reasonOnce(ticket, "SENT");

        var sent = telegram.asked("/sendMessage", asked -> asked.body().contains(String.valueOf(customer.chat())));
        assertThat(sent)
                .as("the first part, the second refused, the second again")
                .hasSize(3);
        assertThat(sent.getLast()).isEqualTo(sent.get(1));
    }
}
