package io.carryon.profile.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** Says where in a body, and why, its JSON could not be read. */
final class JsonProblem {

    private JsonProblem() {}

    static Response of(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Answer.invalid(List.of(new Problem.FieldError(pointer(mapping), explanation(mapping))));
        }
        var at = e.getLocation();
        var where =
                at == null ? "" : " Reading stopped at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
        return Answer.of(400, "malformed-json", "The body is not valid JSON", "Send one JSON object in UTF-8." + where);
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String explanation(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is not a known field; known are " + unknown.getKnownPropertyIds();
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "must be one of " + List.of(format.getTargetType().getEnumConstants());
            case InvalidFormatException format ->
                "must be a " + format.getTargetType().getSimpleName();
            default -> "has the wrong type or is missing";
        };
    }
}
