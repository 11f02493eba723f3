package io.carryon.gateway.messenger.telegram;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.testing.Line;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with a chat and updates of their own, and Telegram, which brings what they write; no test has another's. */
record TelegramCustomer(long chat) {

    private static final String DOOR = "/v1/messengers/telegram/bot";

    TelegramCustomer() {
        this(ThreadLocalRandom.current().nextLong(1_000_000_000L, 1_000_000_000_000L));
    }

    private long firstUpdate() {
        return chat * 10;
    }

    String message(int number, String content) {
        return update(number, "message", "\"date\":" + Instant.now().getEpochSecond(), content);
    }

    String edited(int number, String content) {
        var now = Instant.now().getEpochSecond();
        return update(number, "edited_message", "\"date\":%d,\"edit_date\":%d".formatted(now, now), content);
    }

    private String update(int number, String kind, String times, String content) {
        return """
                {"update_id":%d,"%s":{"message_id":%d,
                 "from":{"id":%4$d,"is_bot":false,"first_name":"Ann","last_name":"Weber","username":"annw","language_code":"de"},
                 "chat":{"id":%4$d,"first_name":"Ann","last_name":"Weber","type":"private"},%5$s,%6$s}}""".formatted(firstUpdate() + number, kind, number + 1, chat, times, content);
    }

    static ValidatableResponse take(String body, int status) {
        return post(body, Map.of("X-Telegram-Bot-Api-Secret-Token", "telegram-secret-0123456789"))
                .statusCode(status);
    }

    static ValidatableResponse post(String body, Map<String, String> headers) {
        return given().contentType("application/json")
                .headers(headers)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(DOOR)
                .then();
    }

    UUID contact(int number) {
        return ContactId.derive("telegram", "bot", "update " + (firstUpdate() + number));
    }

    List<JsonNode> entries(int firstNumber, int atLeast) {
        return Line.entriesOf(contact(firstNumber), atLeast);
    }
}
