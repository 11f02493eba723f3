package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever another service reads of our events is promised: there, of that type, and always unless it may be missing. */
class ConsumedBySiblingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the readers take as null or empty when it is not there. */
    private static final Set<String> MAY_BE_MISSING = Set.of(
            "/subject",
            "/attachments/name",
            "/visibleText",
            "/sender/name",
            "/sender/handles/raw",
            "/sender/handles/region",
            "/sender/handles/method",
            "/thread/messageId",
            "/thread/repliedIssueId",
            "/issueId",
            "/language",
            "/phone",
            "/phone/trigger",
            "/phone/transcript",
            "/portal",
            "/portal/fields",
            "/reason",
            "/rating",
            "/rating/comment",
            "/messageId",
            "/topic",
            "/selfService",
            "/selfService/searches/at",
            "/selfService/read/helpful",
            "/selfService/read/at",
            "/selfService/solved",
            "/caller",
            "/queue",
            "/agent",
            "/agent/id",
            "/agent/extension",
            "/agent/name",
            "/until",
            "/to",
            "/cause",
            "/outcome",
            "/waitSec",
            "/talkSec",
            "/callback",
            "/callback/notBefore",
            "/callback/notAfter");

    @ParameterizedTest
    @ValueSource(strings = {"customer-profile-service", "ticket-service"})
    void whatASiblingReadsIsPromised(String sibling) throws IOException {
        var folder = Path.of(
                System.getProperty("carryon.root"), sibling, "src/test/resources/contracts/consumed/channel-gateway");
        List<Path> examples;
        try (var files = Files.list(folder)) {
            examples = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(examples).as("examples of what %s reads", sibling).isNotEmpty();
        for (var example : examples) {
            var event = example.getFileName().toString().replaceAll("(\\.v\\d+).*", "$1");
            var schema = JSON.readTree(Path.of("src/main/resources/contracts", event + ".schema.json")
                    .toFile());
            assertPromised(schema, JSON.readTree(example.toFile()), "", example.toString());
        }
    }

    private static void assertPromised(JsonNode promise, JsonNode read, String pointer, String where) {
        assertThat(words(promise.path("type")))
                .as("%s reads %s as %s", where, pointer, typeOf(read))
                .contains(typeOf(read));
        if (read.isObject() && promise.has("properties")) {
            read.properties().forEach(field -> {
                var at = pointer + "/" + field.getKey();
                assertThat(promise.get("properties").has(field.getKey()))
                        .as("%s reads %s", where, at)
                        .isTrue();
                if (!MAY_BE_MISSING.contains(at)) {
                    assertThat(words(promise.path("required")))
                            .as("%s needs %s", where, at)
                            .contains(field.getKey());
                }
                assertPromised(promise.get("properties").get(field.getKey()), field.getValue(), at, where);
            });
        } else if (read.isArray()) {
            read.forEach(item -> assertPromised(promise.get("items"), item, pointer, where));
        } else if (promise.has("enum")) {
            assertThat(words(promise.get("enum")))
                    .as("%s reads %s", where, pointer)
                    .contains(read.asText());
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    private static List<String> words(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }
}
