package io.carryon.profile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {

    private static final UUID ID = UUID.fromString("0192f0c1-2d3e-7abc-8def-0123456789ab");
    private static final Instant AT = Instant.parse("2026-11-02T08:30:00.120Z");

    private final Shapes shapes = new Shapes();
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private enum Kind {
        @JsonProperty("mailto")
        MAILTO,
        OTHER
    }

    private record Whole(
            UUID id,
            Instant at,
            int count,
            long total,
            Kind kind,
            List<Part> parts,
            Map<String, Part> byName,
            Map<String, Integer> months,
            Map<String, Object> anything,
            String missing) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Part(String name, Kind kind, Part inner) {}

    private final Whole whole = new Whole(
            ID,
            AT,
            3,
            8_000_000_000L,
            Kind.MAILTO,
            Arrays.asList(new Part("für", Kind.OTHER, new Part("in", null, null)), null),
            Map.of("a", new Part(null, null, null)),
            Map.of("2026-11", 4),
            Map.of("list", List.of(1, "two")),
            null);

    @Test
    void storesARecordAsItsJsonWouldBe() {
        Map<String, Object> asJson = json.convertValue(whole, new TypeReference<>() {});

        assertThat(shapes.fields(whole)).isEqualTo(asJson);
        assertThat(shapes.fields(whole).keySet()).containsExactlyElementsOf(asJson.keySet());
    }

    @Test
    void readsWhatItStored() {
        assertThat(shapes.read(new Document(shapes.fields(whole)), Whole.class)).isEqualTo(whole);
    }

    @Test
    void whatIsNotStoredIsNothingAndWhatHasNoComponentIsNotRead() {
        assertThat(shapes.read(Map.of("count", 5L, "added", "later"), Whole.class))
                .isEqualTo(new Whole(null, null, 5, 0, null, null, null, null, null, null));
        assertThat(shapes.readIfFound(null, Whole.class)).isEmpty();
    }

    @Test
    void aWordThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> shapes.read(Map.of("kind", "fax"), Part.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Map<String, Object>> otherShapes() {
        return Stream.of(
                Map.of("id", 7),
                Map.of("id", "no id"),
                Map.of("at", "yesterday"),
                Map.of("count", "3"),
                Map.of("missing", 3),
                Map.of("parts", "one"),
                Map.of("parts", List.of("one")),
                Map.of("byName", List.of()));
    }

    @ParameterizedTest
    @MethodSource("otherShapes")
    void aFieldOfAnotherShapeIsRefused(Map<String, Object> fields) {
        assertThatThrownBy(() -> shapes.read(fields, Whole.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
