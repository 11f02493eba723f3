package io.carryon.ticketing.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.carryon.ticketing.line.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A published schema of this or a sibling service. */
public final class Contract {

    private final JsonNode schema;

    private Contract(Path file) {
        schema = read(file);
    }

    /** One of our own. */
    public static Contract named(String event) {
        return of("ticket-service", event);
    }

    static Contract of(String module, String event) {
        return new Contract(
                root().resolve(module).resolve("src/main/resources/contracts/" + event + ".v1.schema.json"));
    }

    static Path root() {
        return Path.of(System.getProperty("carryon.root"));
    }

    static JsonNode read(Path file) {
        try {
            return Line.json(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the data breaks the schema. */
    public void accepts(JsonNode data) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
        assertThat(compiled.validate(data)).as(data.toString()).isEmpty();
    }

    /** Fails when a consumer reads a field that the schema does not have. */
    void offersEverythingIn(JsonNode example) {
        compare("", schema, example);
    }

    private static void compare(String at, JsonNode schema, JsonNode example) {
        if (example.isObject() && schema.has("properties")) {
            example.properties().forEach(field -> {
                var declared = schema.get("properties").get(field.getKey());
                assertThat(declared)
                        .as("%s/%s is not in the schema", at, field.getKey())
                        .isNotNull();
                compare(at + "/" + field.getKey(), declared, field.getValue());
            });
        } else if (example.isArray() && schema.has("items")) {
            example.forEach(item -> compare(at + "/*", schema.get("items"), item));
        } else if (schema.has("type")) {
            assertThat(types(schema.get("type"))).as(at).contains(type(example));
        }
    }

    private static String types(JsonNode declared) {
        return declared.toString();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "object";
        };
    }
}
