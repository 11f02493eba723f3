package io.carryon.profile.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.stream.Collectors;
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
            throw new PoisonException("the value is not JSON" + place(e), null);
        }
        throw new PoisonException("the value is not a JSON object", null);
    }

    /** @throws PoisonException when a field that is needed is missing or has another type */
    public <T> T shape(JsonNode tree, Class<T> as) {
        try {
            return json.treeToValue(tree, as);
        } catch (IOException e) {
            throw new PoisonException("the value is not a " + as.getSimpleName() + place(e), null);
        }
    }

    /**
     * Where reading stopped and for what, without the parser's own words: they quote what they stumbled over, and the
     * reason goes into logs and onto the dead letter.
     */
    private static String place(IOException e) {
        var kind = ": " + e.getClass().getSimpleName();
        return switch (e) {
            case ValueInstantiationException refused
            when refused.getCause() != null ->
                // Our own records' words, which name the field only.
                pointer(refused) + kind + ", " + refused.getCause().getMessage();
            case JsonMappingException mapping -> pointer(mapping) + kind;
            case JsonProcessingException syntax
            when syntax.getLocation() != null ->
                kind
                        + " at line " + syntax.getLocation().getLineNr()
                        + ", column " + syntax.getLocation().getColumnNr();
            default -> kind;
        };
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", " at /", ""));
    }
}
