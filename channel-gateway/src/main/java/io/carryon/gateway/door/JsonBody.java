package io.carryon.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.problem.FieldErrors;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Reads a body strictly, and in one pass, while the caller keeps its bytes for the archive. */
@ApplicationScoped
public class JsonBody {

    private final ObjectMapper strict;
    private final Validator validator;

    public JsonBody(ObjectMapper json, Validator validator) {
        this.strict = StrictJson.of(json);
        this.validator = validator;
    }

    /** The body as a validated record; 400 names every wrong field. */
    public <T> T read(byte[] body, Class<T> type) throws JsonProcessingException {
        var read = bound(body == null ? new byte[0] : body, type);
        var wrong = validator.validate(read);
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong.stream()
                    .map(FieldErrors::of)
                    .sorted(Comparator.comparing(Problem.FieldError::pointer))
                    .toList());
        }
        return read;
    }

    private <T> T bound(byte[] body, Class<T> type) throws JsonProcessingException {
        try (var parser = strict.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notJson();
            }
            return strict.readerFor(type).readValue(parser);
        } catch (StrictJson.Refused e) {
            throw ProblemException.invalid(List.of(FieldErrors.of(e, e.getOriginalMessage())));
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw notJson();
        }
    }

    private static ProblemException notJson() {
        return ProblemException.of(
                400, "malformed-json", "The body is not valid JSON", "Send one JSON object in UTF-8.");
    }
}
