package io.carryon.gateway.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Values kept as {@code jsonb}; what is read here was written here. */
@ApplicationScoped
public class JsonColumns {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final ObjectMapper json;

    public JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    /** The column's text for a record or map; throws IllegalStateException for what is no JSON. */
    public String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T read(String column, Class<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object whose values are all text, in its order. */
    public Map<String, String> words(String column) {
        try {
            return json.readValue(column, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
