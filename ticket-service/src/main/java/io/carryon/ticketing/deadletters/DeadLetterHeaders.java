package io.carryon.ticketing.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;

/** Keeps the headers an event had before it died: in order, byte for byte. */
@ApplicationScoped
class DeadLetterHeaders {

    private static final String ADDED_BY_DEATH = "dead-letter-";

    private final ObjectMapper json;

    DeadLetterHeaders(ObjectMapper json) {
        this.json = json;
    }

    private record Pair(String name, byte[] value) {}

    String written(Headers headers) {
        var pairs = StreamSupport.stream(headers.spliterator(), false)
                .filter(header -> !header.key().startsWith(ADDED_BY_DEATH))
                .map(header -> new Pair(header.key(), header.value()))
                .toList();
        try {
            return json.writeValueAsString(pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers cannot be written as JSON", e);
        }
    }

    void restore(String written, Headers into) {
        try {
            List.of(json.readValue(written, Pair[].class)).forEach(pair -> into.add(pair.name(), pair.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored headers cannot be read", e);
        }
    }
}
