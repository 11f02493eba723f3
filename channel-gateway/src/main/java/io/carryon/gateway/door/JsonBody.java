package io.carryon.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a body strictly while the caller keeps its bytes for the archive: no unknown fields, no number where text
 * belongs, no characters a database or another parser would refuse.
 */
@ApplicationScoped
public class JsonBody {

    private final ObjectMapper strict;
    private final Validator validator;

    public JsonBody(ObjectMapper json, Validator validator) {
        this.strict = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        for (var text : List.of(LogicalType.Textual, LogicalType.Boolean, LogicalType.Enum)) {
            strict.coercionConfigFor(text)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        }
        strict.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        this.validator = validator;
    }

    /** The body as a validated record; 400 names every wrong field. */
    public <T> T read(byte[] body, Class<T> type) throws JsonProcessingException {
        var read = strict.treeToValue(tree(body), type);
        var wrong = validator.validate(read);
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong.stream()
                    .map(JsonBody::fieldError)
                    .sorted(Comparator.comparing(Problem.FieldError::pointer))
                    .toList());
        }
        return read;
    }

    private JsonNode tree(byte[] body) throws JsonProcessingException {
        JsonNode tree;
        try {
            tree = strict.readTree(body == null ? new byte[0] : body);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw notJson();
        }
        if (!tree.isObject()) {
            throw notJson();
        }
        var unstorable = new ArrayList<Problem.FieldError>();
        collectUnstorable(tree, "", unstorable);
        if (!unstorable.isEmpty()) {
            throw ProblemException.invalid(unstorable);
        }
        return tree;
    }

    private static void collectUnstorable(JsonNode node, String pointer, List<Problem.FieldError> found) {
        if (node.isTextual() && !storable(node.textValue())) {
            found.add(new Problem.FieldError(pointer, "must not contain NUL or half a surrogate pair"));
        }
        node.properties().forEach(field -> {
            if (storable(field.getKey())) {
                collectUnstorable(field.getValue(), pointer + "/" + field.getKey(), found);
            } else {
                found.add(new Problem.FieldError(pointer, "has a field name with NUL or half a surrogate pair"));
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectUnstorable(node.get(i), pointer + "/" + i, found);
            }
        }
    }

    // A code point in the surrogate block is a half without its other half.
    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        var path = violation
                .getPropertyPath()
                .toString()
                .replaceAll("\\.?<[^>]*>", "")
                .replaceAll("\\[([^]]*)]", "/$1")
                .replace('.', '/');
        return new Problem.FieldError("/" + path, violation.getMessage());
    }

    private static ProblemException notJson() {
        return ProblemException.of(
                400, "malformed-json", "The body is not valid JSON", "Send one JSON object in UTF-8.");
    }
}
