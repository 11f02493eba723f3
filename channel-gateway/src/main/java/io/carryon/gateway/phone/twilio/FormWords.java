package io.carryon.gateway.phone.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and values as {@code application/x-www-form-urlencoded}; nothing is trimmed, for everything is signed. */
record FormWords(Map<String, List<String>> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final FormWords NONE = new FormWords(Map.of());

    FormWords {
        values = Collections.unmodifiableMap(values);
    }

    /** Throws IllegalArgumentException when an escape is cut off. */
    static FormWords read(String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        var read = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!pair.isEmpty()) {
                read.computeIfAbsent(decoded(name), each -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new FormWords(read);
    }

    /** The same of a JSON object's texts and numbers; IllegalArgumentException when it is none. */
    static FormWords json(byte[] body) {
        try {
            var read = new LinkedHashMap<String, List<String>>();
            JSON.readTree(body).properties().stream()
                    .filter(field -> field.getValue().isValueNode())
                    .forEach(field ->
                            read.put(field.getKey(), List.of(field.getValue().asText())));
            return new FormWords(read);
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is not JSON", e);
        }
    }

    /** The first value of this name that is not empty. */
    Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
