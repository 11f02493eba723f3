package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that a schema allows: what the API itself handed out before where that is known, else invented ones. */
final class Values {

    private static final int DEEPEST = 6;
    private static final int LONGEST = 60;
    private static final List<String> WORDS = List.of(
            "refund",
            "Größe",
            "l’été",
            "invoice 4711",
            "日本語",
            "naïve",
            "order",
            "🙂 thanks",
            "Zażółć",
            "a",
            "<b>bold</b>");

    private final ApiDocument document;
    private final Known known;
    private final Random random;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    Values(ApiDocument document, Known known, Random random) {
        this.document = document;
        this.known = known;
        this.random = random;
    }

    /** @param name of the property or parameter that it is for */
    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    private JsonNode of(String name, JsonNode said, int depth) {
        var schema = document.followed(said);
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(
                        name,
                        schema.get(choice).get(random.nextInt(schema.get(choice).size())),
                        depth);
            }
        }
        if (schema.has("allOf")) {
            var whole = json.objectNode();
            schema.get("allOf").forEach(part -> {
                if (of(name, part, depth) instanceof ObjectNode object) {
                    whole.setAll(object);
                }
            });
            return whole;
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> json.numberNode((long) number(schema));
            case "number" -> json.numberNode(number(schema));
            case "boolean" -> json.booleanNode(random.nextBoolean());
            case "null" -> json.nullNode();
            default -> json.textNode(text(name, schema));
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(random.nextInt(type.size())).asText();
        }
        return type.isMissingNode() ? schema.has("properties") ? "object" : "string" : type.asText();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = json.objectNode();
        var required = ApiDocument.texts(schema.path("required"));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || (depth < DEEPEST && random.nextInt(3) > 0)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        });
        var others = schema.path("additionalProperties");
        if (others.isObject() && depth < DEEPEST) {
            object.set(random.nextBoolean() ? "en" : "key" + random.nextInt(9), of("value", others, depth + 1));
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        var least = schema.path("minItems").asInt(0);
        var most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        var array = json.arrayNode();
        var count = depth >= DEEPEST ? least : least + random.nextInt(most - least + 1);
        for (var i = 0; i < count; i++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private double number(JsonNode schema) {
        var least =
                schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(0));
        var most = Math.min(schema.path("maximum").asDouble(least + 100), least + 100_000);
        return Math.floor(least + random.nextDouble() * (most - least + 1));
    }

    private String text(String name, JsonNode schema) {
        var handedOut = known.any(name, random);
        if (handedOut.isPresent() && random.nextInt(10) > 0) {
            return handedOut.get();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" ->
                new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63)).toString();
            case "date-time" ->
                Instant.ofEpochSecond(1_780_000_000L + random.nextInt(40_000_000))
                        .toString();
            case "date" -> LocalDate.ofEpochDay(20_600 + random.nextInt(400)).toString();
            case "uri" -> "https://receiver.invalid/" + random.nextInt(100);
            default -> words(schema);
        };
    }

    private String words(JsonNode schema) {
        for (var given : List.of("example", "default")) {
            if (schema.has(given) && (schema.has("pattern") || random.nextInt(3) > 0)) {
                return schema.get(given).asText();
            }
        }
        if (schema.path("examples").isArray()) {
            return schema.get("examples")
                    .get(random.nextInt(schema.get("examples").size()))
                    .asText();
        }
        if (schema.has("pattern")) {
            return "name-" + random.nextInt(20);
        }
        var most = Math.min(schema.path("maxLength").asInt(LONGEST), LONGEST);
        var text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        while (text.length() < schema.path("minLength").asInt(0) || random.nextInt(3) > 0) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), most)));
    }
}
