package io.carryon.gateway.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Binds bodies without reading anything into them: no unknown or repeated fields, no number where text or a time
 * belongs, and no characters that a database or another parser would refuse.
 */
final class StrictJson {

    /** Characters in one text; the longest any form takes has 60,000. */
    private static final int TEXT_LIMIT = 100_000;

    private static final int NAME_LIMIT = 1_000;
    private static final int DEPTH_LIMIT = 20;
    private static final String UNSTORABLE = "must not contain NUL or half a surrogate pair";

    private StrictJson() {}

    static ObjectMapper of(ObjectMapper json) {
        var strict = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .registerModule(new SimpleModule("strict")
                        .addDeserializer(String.class, new StorableText())
                        .addDeserializer(Instant.class, new WrittenInstant())
                        .addKeyDeserializer(String.class, new StorableName()));
        strict.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(TEXT_LIMIT)
                        .maxNameLength(NAME_LIMIT)
                        .maxNestingDepth(DEPTH_LIMIT)
                        .build());
        for (var type : List.of(LogicalType.Boolean, LogicalType.Enum)) {
            strict.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        }
        strict.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        return strict;
    }

    /** What is wrong with a value, in words for whoever sent it. */
    static final class Refused extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Refused(JsonParser parser, String detail) {
            super(parser, detail);
        }
    }

    private static String storable(JsonParser parser, String text) throws JsonMappingException {
        // A code point in the surrogate block is a half without its other half.
        var refused = text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (refused) {
            throw new Refused(parser, UNSTORABLE);
        }
        return text;
    }

    private static final class StorableText extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new Refused(parser, "must be text");
            }
            return storable(parser, StringDeserializer.instance.deserialize(parser, context));
        }
    }

    private static final class StorableName extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) throws IOException {
            return storable(context.getParser(), name);
        }
    }

    private static final class WrittenInstant extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        WrittenInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new Refused(parser, "must be a time such as 2026-03-02T09:14:31Z");
            }
            try {
                return OffsetDateTime.parse(parser.getText()).toInstant();
            } catch (DateTimeException e) {
                throw new Refused(parser, "must be a time such as 2026-03-02T09:14:31Z");
            }
        }
    }
}
