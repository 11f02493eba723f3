package io.carryon.ticketing.line;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** Staff at work over REST. */
public final class Desk {

    private Desk() {}

    public static RequestSpecification agent() {
        return given().header("Authorization", Line.bearer("agent-1", "agent")).contentType("application/json");
    }

    /** Another agent than the usual one. */
    public static RequestSpecification as(String id) {
        return given().header("Authorization", Line.bearer(id, "agent")).contentType("application/json");
    }

    /** An agent says what they do and which queue they serve. */
    public static void serves(String id, String status, String... queues) {
        as(id).body("{\"status\":\"%s\",\"queues\":[\"%s\"]}".formatted(status, String.join("\",\"", queues)))
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
    }

    /** What an agent can do from now on. */
    public static void profile(String id, String body) {
        var path = "/v1/agents/" + id + "/profile";
        supervisor()
                .header("If-Match", supervisor().get(path).header("ETag"))
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    /** An agent sits down at an extension to serve a queue, and is not to be rung just now. */
    public static void sits(String id, String queue, String extension) {
        given().header("Authorization", Line.bearer(id, "agent"))
                .contentType("application/json")
                .body("{\"status\":\"busy\",\"extension\":\"%s\",\"queues\":[\"%s\"]}".formatted(extension, queue))
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
    }

    public static RequestSpecification supervisor() {
        return given().header("Authorization", Line.bearer("boss", "supervisor"))
                .contentType("application/json");
    }

    public static RequestSpecification admin() {
        return given().header("Authorization", Line.bearer("root", "admin")).contentType("application/json");
    }

    public static RequestSpecification withKey() {
        return withKey(UUID.randomUUID().toString());
    }

    public static RequestSpecification withKey(String key) {
        return agent().header("Idempotency-Key", key);
    }

    /** Publishes a recognized contact and waits for its ticket. */
    public static String ticketOf(ObjectNode recognized) {
        Line.open().recognized(recognized);
        return ticketWith(recognized.at("/contact/contactId").textValue());
    }

    /** The id of the latest ticket with an entry of the contact. */
    public static String ticketWith(String contactId) {
        var found = new AtomicReference<String>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.set(agent().get("/v1/tickets?contactId=" + contactId)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id"));
            return found.get() != null;
        });
        return found.get();
    }

    public static ValidatableResponse ticket(String id) {
        return agent().get("/v1/tickets/" + id).then().statusCode(200);
    }

    public static String etag(String id) {
        return ticket(id).extract().header("ETag");
    }

    public static ValidatableResponse status(String id, String status) {
        return move(id, move(status));
    }

    /** The body that moves a ticket to a status, with what the status asks for. */
    public static String move(String status) {
        return switch (status) {
            case "ON_HOLD" -> """
                    {"status":"ON_HOLD","reason":"Waiting for a part","returnAt":"%s"}""".formatted(Instant.now().plus(Duration.ofDays(3)));
            case "CLOSED" -> """
                    {"status":"CLOSED","resolution":{"code":"solved","reason":"You have the corrected invoice."}}""";
            default -> "{\"status\":\"%s\"}".formatted(status);
        };
    }

    /** Asks for a move in the words of the request. */
    public static ValidatableResponse move(String id, String body) {
        return agent().header("If-Match", etag(id))
                .body(body)
                .put("/v1/tickets/" + id + "/status")
                .then();
    }

    public static ValidatableResponse reply(String id, String text) {
        return withKey()
                .body("{\"text\":\"%s\"}".formatted(text))
                .post("/v1/tickets/" + id + "/replies")
                .then();
    }
}
