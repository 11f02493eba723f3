package io.carryon.gateway.messenger.whatsapp;

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

/** Somebody with a number and a first message of their own, and Meta, which brings what they write; no test has another's. */
record WhatsappCustomer(String number, String wamid) {

    static final String DOOR = "/v1/messengers/whatsapp/shop";

    WhatsappCustomer() {
        this("4915" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L), "wamid." + UUID.randomUUID());
    }

    void states(List<String> states) {
        var statuses = states.stream()
                .map(state -> state.split(" "))
                .map(state -> """
                        {"id":"%s","status":"%s","timestamp":"1750263773","recipient_id":"%s"%s}""".formatted(
                                state[0],
                                state[1],
                                number,
                                state[1].equals("failed")
                                        ? ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]"
                                        : ""))
                .toList();
        take(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                        + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"106540352242922\"},\"statuses\":"
                        + statuses
                        + "}}]}]}");
    }

    String text(String id, Instant at, String text) {
        return message(id, at, "\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(text));
    }

    String message(String id, Instant at, String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages",
                 "value":{"messaging_product":"whatsapp",
                  "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
                  "contacts":[{"profile":{"name":"Kerry Fisher"},"wa_id":"%1$s"}],
                  "messages":[{"from":"%1$s","id":"%2$s","timestamp":"%3$d",%4$s}]}}]}]}""".formatted(number, id, at.getEpochSecond(), content);
    }

    static String take(String body) {
        return take("shop", body);
    }

    static String take(String connection, String body) {
        return given().contentType("application/json")
                .header("X-Hub-Signature-256", signed(body))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/messengers/whatsapp/" + connection)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static ValidatableResponse post(String body, String signature) {
        var request = given().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        return (signature == null ? request : request.headers(Map.of("X-Hub-Signature-256", signature)))
                .post(DOOR)
                .then();
    }

    static String signed(String body) {
        return WhatsappSignature.of("shop-app-secret", body.getBytes(StandardCharsets.UTF_8));
    }

    static UUID contact(String id) {
        return contact("shop", id);
    }

    static UUID contact(String connection, String id) {
        return ContactId.derive("whatsapp", connection, "message " + id);
    }

    static List<JsonNode> entries(String firstId, int atLeast) {
        return Line.entriesOf(contact(firstId), atLeast);
    }
}
