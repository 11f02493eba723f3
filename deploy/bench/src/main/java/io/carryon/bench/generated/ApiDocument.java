package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** An OpenAPI 3.1 document: its operations, with references followed one step. */
public final class ApiDocument {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final ObjectNode root;

    private ApiDocument(ObjectNode root) {
        this.root = root;
    }

    /** @throws IOException if it is no JSON object */
    public static ApiDocument of(String json) throws IOException {
        if (new ObjectMapper().readTree(json) instanceof ObjectNode root) {
            return new ApiDocument(root);
        }
        throw new IOException("That is no OpenAPI document: " + json);
    }

    /** A parameter of a path, of the query or of the header. */
    record Parameter(String name, String in, boolean required, JsonNode schema, Optional<String> example) {}

    /** @param schema null where the answer has no JSON body; @param type null where it has no body */
    record Answer(String type, JsonNode schema) {}

    /** @param body the schema of the JSON body, or null */
    record Operation(
            String method, String path, List<Parameter> parameters, JsonNode body, Map<String, Answer> answers) {

        String name() {
            return method + " " + path;
        }

        boolean isRead() {
            return method.equals("GET");
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(operation(
                                method,
                                path.getKey(),
                                path.getValue().path("parameters"),
                                path.getValue().path(method)))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode shared, JsonNode said) {
        var parameters = new ArrayList<Parameter>();
        shared.forEach(parameter -> parameters.add(parameter(followed(parameter))));
        said.path("parameters").forEach(parameter -> parameters.add(parameter(followed(parameter))));
        var answers = new TreeMap<String, Answer>();
        said.path("responses")
                .properties()
                .forEach(answer -> answers.put(answer.getKey(), answer(followed(answer.getValue()))));
        var body = followed(said.path("requestBody"))
                .path("content")
                .path("application/json")
                .get("schema");
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, body, answers);
    }

    private static Parameter parameter(JsonNode said) {
        return new Parameter(
                said.path("name").asText(),
                said.path("in").asText(),
                said.path("required").asBoolean(),
                said.path("schema"),
                Optional.ofNullable(said.get("example")).map(JsonNode::asText));
    }

    private static Answer answer(JsonNode said) {
        var contents = said.path("content").properties();
        if (contents.isEmpty()) {
            return new Answer(null, null);
        }
        var content = contents.iterator().next();
        var isJson = content.getKey().contains("json");
        return new Answer(content.getKey(), isJson ? content.getValue().get("schema") : null);
    }

    /** What a reference stands for; what is none stands for itself. */
    JsonNode followed(JsonNode said) {
        var next = said;
        while (next.has("$ref")) {
            next = root.at(next.get("$ref").asText().substring(1));
        }
        return next;
    }

    /** A schema that stands on its own: what it refers to is in it. */
    ObjectNode alone(JsonNode schema) {
        var alone = schema.<ObjectNode>deepCopy();
        alone.set("components", root.path("components"));
        return alone;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
