package io.carryon.ticketing.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the services before us publish, and the part of it that we read. */
public final class SiblingContracts {

    private SiblingContracts() {}

    /** Our example of an event, with only the fields we read. */
    public static JsonNode consumed(String producer, String event) {
        return Contract.read(Contract.root()
                .resolve("ticket-service/src/test/resources/contracts/consumed")
                .resolve(producer)
                .resolve(event + ".v1.json"));
    }

    /** An example of what the producer really published. */
    public static JsonNode published(String producer, String example) {
        return Contract.read(Contract.root()
                .resolve(producer)
                .resolve("src/test/resources/contracts/published")
                .resolve(example + ".json"));
    }

    /** Fails when the producer no longer offers what we read; {@code optional} is what we do without. */
    public static void offer(String producer, String event, Set<String> optional) {
        Contract.of(producer, event).offersEverythingIn(consumed(producer, event), optional);
    }

    public static void accepts(String producer, String event, JsonNode data) {
        Contract.of(producer, event).accepts(data);
    }
}
