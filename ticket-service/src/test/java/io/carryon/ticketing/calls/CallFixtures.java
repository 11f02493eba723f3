package io.carryon.ticketing.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.line.Line;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the phone tells of calls, as the gateway publishes it. */
public final class CallFixtures {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private CallFixtures() {}

    public static UUID contactOf(ObjectNode recognized) {
        return UUID.fromString(recognized.at("/contact/contactId").textValue());
    }

    /** A change now, with further fields as JSON without braces, or none. */
    public static ObjectNode told(UUID contact, int revision, String change, String fields) {
        return (ObjectNode) Line.json(
                """
                {"contactId":"%s","callId":"c-1","connection":"hotline","revision":%d,"change":"%s","at":"%s",
                 "caller":"+4930123456"%s}""".formatted(contact, revision, change, Instant.now(), fields.isEmpty() ? "" : "," + fields));
    }

    public static ObjectNode answered(UUID contact, int revision, String agent) {
        return told(contact, revision, "answered", "\"agent\":{\"id\":\"%s\"}".formatted(agent));
    }

    public static ObjectNode ended(UUID contact, int revision, String outcome) {
        return told(contact, revision, "ended", "\"outcome\":\"%s\",\"cause\":\"normalClearing\"".formatted(outcome));
    }

    public static ObjectNode callback(UUID contact, int revision, UUID callback, String state) {
        return told(
                contact,
                revision,
                "callback",
                "\"callback\":{\"callbackId\":\"%s\",\"state\":\"%s\",\"number\":\"+4930123456\"}"
                        .formatted(callback, state));
    }

    /** The same as it arrives; the same change has the same id. */
    public static List<Arrived<CallChanged>> arrived(ObjectNode... changes) {
        return Stream.of(changes)
                .map(change -> new Arrived<>(
                        change.get("contactId").textValue() + ":" + change.get("revision"), "path", read(change)))
                .toList();
    }

    /** Staff of that id have told of themselves, and serve no queue. */
    public static void knows(String agent) {
        RestAssured.given()
                .header("Authorization", Line.bearer(agent, "agent"))
                .contentType("application/json")
                .body("{\"status\":\"away\",\"queues\":[]}")
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
    }

    public static void publish(ObjectNode change) {
        var contact = change.get("contactId").textValue();
        Line.open().publish("call.changed", contact + ":" + change.get("revision"), contact, change);
    }

    private static CallChanged read(ObjectNode change) {
        try {
            return JSON.treeToValue(change, CallChanged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
