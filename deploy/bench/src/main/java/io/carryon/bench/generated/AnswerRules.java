package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.carryon.bench.generated.ApiDocument.Operation;
import io.carryon.bench.generated.Caller.Answered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds for each answer; a rule names what is wrong. */
final class AnswerRules {

    @FunctionalInterface
    private interface Rule {
        Optional<String> broken(Operation operation, Answered answered);
    }

    private final ApiDocument document;
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig strict =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final List<Rule> rules =
            List.of(this::serverError, this::undocumented, this::otherType, this::otherShape, this::emptyProblem);

    AnswerRules(ApiDocument document) {
        this.document = document;
    }

    /** What is wrong with an answer first, empty if nothing is. */
    Optional<String> broken(Operation operation, Answered answered) {
        return rules.stream()
                .flatMap(rule -> rule.broken(operation, answered).stream())
                .findFirst();
    }

    private Optional<String> serverError(Operation operation, Answered answered) {
        return said(answered.status() >= 500, "%d: %s".formatted(answered.status(), answered.text()));
    }

    private Optional<String> undocumented(Operation operation, Answered answered) {
        var isKnown = operation.answers().containsKey(Integer.toString(answered.status()));
        return said(!isKnown, "%d is not documented: %s".formatted(answered.status(), answered.text()));
    }

    private Optional<String> otherType(Operation operation, Answered answered) {
        var meant = operation.answers().get(Integer.toString(answered.status())).type();
        var given = answered.type().split(";")[0];
        var isNone = meant == null && answered.text().isEmpty();
        return said(
                !isNone && !given.equals(meant),
                "%d comes as '%s', not as '%s'".formatted(answered.status(), given, meant));
    }

    private Optional<String> otherShape(Operation operation, Answered answered) {
        var schema =
                operation.answers().get(Integer.toString(answered.status())).schema();
        if (schema == null || answered.json() == null) {
            return Optional.empty();
        }
        var wrong = schemas.computeIfAbsent(schema, said -> factory.getSchema(document.alone(said), strict))
                .validate(answered.json());
        return said(!wrong.isEmpty(), "%d is not of its schema: %s".formatted(answered.status(), wrong));
    }

    private Optional<String> emptyProblem(Operation operation, Answered answered) {
        var isProblem = answered.status() >= 400 && answered.json() != null;
        return said(
                isProblem && answered.json().path("detail").asText().isBlank(),
                "%d says no detail: %s".formatted(answered.status(), answered.text()));
    }

    private static Optional<String> said(boolean broken, String what) {
        return broken ? Optional.of(what.substring(0, Math.min(600, what.length()))) : Optional.empty();
    }
}
