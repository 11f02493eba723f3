package io.carryon.profile.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Turns records into what a document stores and back; times and ids are stored as text, as they are in JSON. */
@ApplicationScoped
public class Shapes {

    /** The record's components in their order. */
    public Map<String, Object> fields(Record written) {
        return RecordShape.of(written.getClass()).written(written);
    }

    /** @throws IllegalArgumentException when a field has another shape */
    public <T extends Record> T read(Map<String, ?> fields, Class<T> as) {
        return as.cast(RecordShape.of(as).read(fields));
    }

    /** Empty when there is no such document. */
    public <T extends Record> Optional<T> readIfFound(Document document, Class<T> as) {
        return Optional.ofNullable(document).map(found -> read(found, as));
    }
}
