package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Makes one thing of a request wrong. */
final class Spoiler {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u202e\u0007",
            "\ud800",
            "null",
            "-1",
            "99999999999999999999",
            "1e400",
            "not-a-uuid",
            "2026-02-30T25:61:00Z",
            "<script>alert(1)</script>",
            "' or '1'='1",
            "../../etc/passwd",
            "${jndi:ldap://localhost/x}",
            "%00%ff",
            "x".repeat(300),
            "ä".repeat(70_000));

    private static final List<Supplier<JsonNode>> OTHERS = List.of(
            JSON::nullNode,
            () -> JSON.booleanNode(true),
            () -> JSON.numberNode(-1),
            () -> JSON.numberNode(Long.MAX_VALUE),
            () -> JSON.numberNode(1e300),
            () -> JSON.objectNode().put("$ref", "#"),
            JSON::arrayNode,
            Spoiler::manyItems,
            Spoiler::deep);

    private static final List<BiFunction<Random, JsonNode, String>> WHOLES = List.of(
            (random, body) -> "",
            (random, body) -> "null",
            (random, body) -> "[]",
            (random, body) -> "\"text\"",
            (random, body) -> body.toString().substring(0, body.toString().length() / 2),
            (random, body) -> "{\"a\":".repeat(2_000),
            (random, body) -> body + "}");

    private final Random random;

    Spoiler(Random random) {
        this.random = random;
    }

    /** Another text than the one that is meant, short enough for an address or a header. */
    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size() - 1));
    }

    /** The body as it is sent: one of its values is another, is missing or is one too many, or the whole is no body. */
    String body(JsonNode meant) {
        if (random.nextInt(6) == 0 || !meant.isObject()) {
            return WHOLES.get(random.nextInt(WHOLES.size())).apply(random, meant);
        }
        var body = meant.<ObjectNode>deepCopy();
        var places = new ArrayList<Runnable>();
        collect(body, places);
        if (places.isEmpty() || random.nextInt(10) == 0) {
            body.put("noSuchField", "x");
        } else {
            places.get(random.nextInt(places.size())).run();
        }
        return body.toString();
    }

    private void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (var property : List.copyOf(object.properties())) {
                places.add(() -> object.set(property.getKey(), other()));
                places.add(() -> object.remove(property.getKey()));
                collect(property.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                var place = i;
                places.add(() -> array.set(place, other()));
                collect(array.get(i), places);
            }
        }
    }

    private JsonNode other() {
        return random.nextBoolean()
                ? JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())))
                : OTHERS.get(random.nextInt(OTHERS.size())).get();
    }

    private static JsonNode manyItems() {
        var many = JSON.arrayNode();
        for (var i = 0; i < 10_000; i++) {
            many.add("00000000-0000-4000-8000-%012d".formatted(i));
        }
        return many;
    }

    private static JsonNode deep() {
        JsonNode deep = JSON.arrayNode();
        for (var i = 0; i < 500; i++) {
            deep = JSON.arrayNode().add(deep);
        }
        return deep;
    }
}
