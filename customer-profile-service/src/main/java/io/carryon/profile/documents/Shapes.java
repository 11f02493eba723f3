package io.carryon.profile.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Turns records into what a document stores and back; times and ids are stored as text, as they are in JSON. */
@ApplicationScoped
public class Shapes {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    public Shapes(ObjectMapper json) {
        this.json = json;
    }

    /** The record's components in their order. */
    public Map<String, Object> fields(Object written) {
        return json.convertValue(written, FIELDS);
    }

    public <T> T read(Map<String, ?> fields, Class<T> as) {
        return json.convertValue(fields, as);
    }

    /** Empty when there is no such document. */
    public <T> Optional<T> readIfFound(Document document, Class<T> as) {
        return Optional.ofNullable(document).map(found -> json.convertValue(found, as));
    }
}
