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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /**
     * Fails when a consumer reads a field that the schema does not have, or has in another type, or that may be absent
     * or null though the consumer does not list it as optional (a path, {@code *} for the items of an array).
     */
    void offersEverythingIn(JsonNode example, Set<String> optional) {
        compare("", schema, example, optional);
    }

    private static void compare(String at, JsonNode schema, JsonNode example, Set<String> optional) {
        if (example.isObject() && schema.has("properties")) {
            example.properties().forEach(field -> {
                var path = at + "/" + field.getKey();
                var declared = schema.get("properties").get(field.getKey());
                assertThat(declared).as("%s is in the schema", path).isNotNull();
                if (!optional.contains(path) && !field.getValue().isNull()) {
                    assertThat(names(schema.path("required")))
                            .as("%s is required", path)
                            .contains(field.getKey());
                    assertThat(types(declared.path("type")))
                            .as("%s is never null", path)
                            .doesNotContain("\"null\"");
                }
                compare(path, declared, field.getValue(), optional);
            });
        } else if (example.isArray() && schema.has("items")) {
            example.forEach(item -> compare(at + "/*", schema.get("items"), item, optional));
        } else if (schema.has("type")) {
            assertThat(types(schema.get("type"))).as(at).contains(type(example));
        } else {
            // A $ref or anyOf would have to be followed.
            assertThat(schema.has("enum") || schema.has("const"))
                    .as("%s is declared in a way this comparison understands: %s", at, schema)
                    .isTrue();
        }
    }

    private static List<String> names(JsonNode required) {
        var names = new ArrayList<String>();
        required.forEach(name -> names.add(name.textValue()));
        return names;
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
