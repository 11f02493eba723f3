package io.carryon.gateway.phone.cti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Text;
import io.carryon.gateway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The fields of a push, however they were encoded. It rather reads too much than too little: a telephone system cannot
 * correct its request, and a call that is refused is a caller nobody knows of.
 */
final class PushFields {

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST = 1_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static PushFields ofForm(byte[] body) {
        var fields = new PushFields();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var middle = pair.indexOf('=');
            if (middle > 0) {
                fields.add(decoded(pair.substring(0, middle)), decoded(pair.substring(middle + 1)));
            }
        }
        return fields;
    }

    /** 400 when it is not one JSON object. */
    static PushFields ofJson(byte[] body, ObjectMapper json) throws JsonProcessingException {
        var fields = new PushFields();
        read(body, json).properties().forEach(field -> {
            var value = field.getValue();
            (value.isArray() ? value.valueStream() : Stream.of(value))
                    .filter(each -> each.isValueNode() && !each.isNull())
                    .forEach(each -> fields.add(field.getKey(), each.asText()));
        });
        return fields;
    }

    static PushFields ofMultipart(MultipartFormDataInput parts) {
        var fields = new PushFields();
        parts.getValues()
                .forEach((name, all) -> all.stream()
                        .filter(part -> !part.isFileItem())
                        .forEach(part -> fields.add(name, part.getValue())));
        return fields;
    }

    /** The first value that says something, without NUL and half characters; empty when there is none. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values, also those of {@code name[]}, as forms write a list. */
    List<String> all(String name) {
        return Stream.of(name, name + "[]")
                .flatMap(each -> values.getOrDefault(each, List.of()).stream())
                .filter(value -> !value.isBlank())
                .toList();
    }

    private void add(String name, String value) {
        if (values.size() < MOST_FIELDS && name.length() <= LONGEST) {
            values.computeIfAbsent(name, each -> new ArrayList<>()).add(Text.cut(Text.clean(value), LONGEST));
        }
    }

    private static JsonNode read(byte[] body, ObjectMapper json) throws JsonProcessingException {
        try {
            var read = json.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw ProblemException.of(
                400, "malformed-json", "The body is not valid JSON", "Send one JSON object in UTF-8.");
    }

    // Names such as "100% Support" come unescaped from some telephone systems.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
