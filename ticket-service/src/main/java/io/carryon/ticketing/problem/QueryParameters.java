package io.carryon.ticketing.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads query parameters so that a wrong one is named: by default it would be 404, as if the path were wrong. A path
 * with an id that is none stays a path to nothing.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .findFirst()
                .flatMap(annotation -> reading(type, ((QueryParam) annotation).value()))
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<ParamConverter<T>> reading(Class<T> type, String name) {
        if (type.isEnum()) {
            var constants = List.of(type.getEnumConstants());
            return Optional.of(new Named<>(
                    name,
                    "must be one of " + constants,
                    text -> constants.stream()
                            .filter(constant -> ((Enum<?>) constant).name().equals(text))
                            .findFirst()
                            .orElseThrow(IllegalArgumentException::new)));
        }
        if (type == UUID.class) {
            return Optional.of(new Named<>(name, "must be a UUID", text -> (T) UUID.fromString(text)));
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(new Named<>(name, "must be a whole number", text -> (T) Integer.valueOf(text)));
        }
        return Optional.empty();
    }

    /** What makes a value of a text or throws an {@link IllegalArgumentException}. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(String text);
    }

    private record Named<T>(String name, String expected, Reading<T> reading) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return text == null || text.isEmpty() ? null : reading.of(text);
            } catch (IllegalArgumentException e) {
                throw ProblemException.invalid(name, expected);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
