package io.carryon.ticketing.acts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.line.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What customers do beside writing, as the gateway publishes it. */
final class ActFixtures {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private ActFixtures() {}

    static UUID contactOf(ObjectNode recognized) {
        return UUID.fromString(recognized.at("/contact/contactId").textValue());
    }

    static ObjectNode handoff(UUID contact, String reason) {
        return act(contact, "handoff", "\"reason\":\"%s\"".formatted(reason));
    }

    static ObjectNode closed(UUID contact) {
        return act(contact, "closed", "\"reason\":\"It works now.\"");
    }

    static ObjectNode reopened(UUID contact) {
        return act(contact, "reopened", "\"reason\":\"It broke again.\"");
    }

    static ObjectNode rated(UUID contact, int score, String comment) {
        return act(contact, "rated", "\"rating\":{\"score\":%d,\"comment\":\"%s\"}".formatted(score, comment));
    }

    private static ObjectNode act(UUID contact, String act, String fields) {
        return (ObjectNode) Line.json("""
                {"actId":"%s","contactId":"%s","channel":"portal","act":"%s","at":"%s",%s}""".formatted(UUID.randomUUID(), contact, act, Instant.now(), fields));
    }

    /** The same as they arrive; the same act has the same id. */
    static List<Arrived<CustomerActed>> arrived(ObjectNode... acts) {
        return Stream.of(acts)
                .map(act -> new Arrived<>(act.get("actId").textValue(), "path", read(act)))
                .toList();
    }

    static void publish(ObjectNode act) {
        Line.open()
                .publish(
                        "customer.acted",
                        act.get("actId").textValue(),
                        act.get("contactId").textValue(),
                        act);
    }

    private static CustomerActed read(ObjectNode act) {
        try {
            return JSON.treeToValue(act, CustomerActed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
