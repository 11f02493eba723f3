package io.carryon.profile.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a message's JSON into the consumer's own record. */
@ApplicationScoped
public class Payload {

    private final ObjectMapper json;

    public Payload(ObjectMapper json) {
        this.json = json;
    }

    /** @throws PoisonException when the value is not JSON of that shape */
    public <T> T read(ConsumerRecord<String, byte[]> event, Class<T> as) {
        return shape(tree(event), as);
    }

    /** The whole object, with the fields this service does not read. */
    public ObjectNode tree(ConsumerRecord<String, byte[]> event) {
        try {
            if (event.value() != null && json.readTree(event.value()) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (IOException e) {
            throw new PoisonException("the value is not JSON: " + e.getMessage(), e);
        }
        throw new PoisonException("the value is not a JSON object", null);
    }

    /** @throws PoisonException when a field that is needed is missing or has another type */
    public <T> T shape(JsonNode tree, Class<T> as) {
        try {
            return json.treeToValue(tree, as);
        } catch (IOException e) {
            throw new PoisonException("the value is not a " + as.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
