package io.carryon.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem+json: what is wrong, where, and what to do about it. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CORRECT_THE_FIELDS = "Correct the fields named in errors and send the request again.";

    private static final Map<Integer, Refusal> REFUSALS = Map.of(
            404,
            new Refusal("not-found", "There is no such resource", "Check the path and the id in it."),
            405,
            new Refusal(
                    "method-not-allowed",
                    "The method is not allowed here",
                    "See the API document for the methods of this path."),
            406,
            new Refusal("not-acceptable", "The answer is not available in that form", "Accept application/json."),
            413,
            new Refusal("too-large", "The body is too large", "Send at most 1 MB."),
            415,
            new Refusal(
                    "unsupported-media-type",
                    "The body's media type is not understood",
                    "Send Content-Type: application/json."));

    /** How a status that the framework chose is explained. */
    private record Refusal(String type, String title, String remedy) {}

    @ServerExceptionMapper
    public Response known(ProblemException e) {
        var instance = newInstance();
        LOG.debugf("%s answered with %d %s", instance, e.status(), e.type());
        return answer(
                new Problem(
                        "urn:carryon:problem:" + e.type(),
                        e.title(),
                        e.status(),
                        e.getMessage(),
                        instance,
                        e.errors(),
                        e.say()),
                e.retryAfter() == null ? null : e.retryAfter().toSeconds());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream().map(FieldErrors::of).toList();
        return answer(400, "validation", "The request is not valid", CORRECT_THE_FIELDS, errors, null);
    }

    // The mismatch is named as well because Quarkus would answer it itself, and not as a problem.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var error = FieldErrors.of(mapping, explanation(mapping));
            return answer(400, "validation", "The request is not valid", CORRECT_THE_FIELDS, List.of(error), null);
        }
        var at = e.getLocation();
        var where =
                at == null ? "" : " Reading stopped at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
        return answer(
                400,
                "malformed-json",
                "The body is not valid JSON",
                "Send one JSON object in UTF-8." + where,
                List.of(),
                null);
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response rejectedToken(AuthenticationFailedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(
                403,
                "forbidden",
                "Your role does not allow this",
                "Use a token that carries a role this operation names in the API document.",
                List.of(),
                null);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        var status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e);
        }
        var refusal = REFUSALS.getOrDefault(
                status,
                new Refusal("http-" + status, "The request was refused", "See the API document for this operation."));
        return answer(status, refusal.type(), refusal.title(), refusal.remedy(), List.of(), null);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (StorageException.isPassing(e)) {
            LOG.warnf("The database was not reachable: %s", e.getMessage());
            return answer(
                    503,
                    "unavailable",
                    "A needed part is not reachable",
                    "Nothing was stored. Send the same request again.",
                    List.of(),
                    5L);
        }
        var instance = newInstance();
        LOG.errorf(e, "Unexpected failure %s", instance);
        return answer(
                instance,
                500,
                "unexpected",
                "Something failed on our side",
                "Nothing is known to have been changed; quote the instance when you report it.",
                List.of(),
                null);
    }

    private static Response unauthorized() {
        return answer(
                401,
                "unauthorized",
                "A valid bearer token is needed",
                "Send Authorization: Bearer with a token of the configured issuer that has not expired.",
                List.of(),
                null);
    }

    private static String explanation(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is not a known field; known are " + unknown.getKnownPropertyIds();
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "must be one of " + List.of(format.getTargetType().getEnumConstants());
            case InvalidFormatException format ->
                "must be a " + format.getTargetType().getSimpleName();
            default -> "has the wrong type or is missing";
        };
    }

    private static Response answer(
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Long retryAfterSeconds) {
        var instance = newInstance();
        LOG.debugf("%s answered with %d %s", instance, status, type);
        return answer(instance, status, type, title, detail, errors, retryAfterSeconds);
    }

    private static Response answer(
            String instance,
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Long retryAfterSeconds) {
        return answer(
                new Problem("urn:carryon:problem:" + type, title, status, detail, instance, errors), retryAfterSeconds);
    }

    private static Response answer(Problem problem, Long retryAfterSeconds) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (retryAfterSeconds != null) {
            response.header("Retry-After", retryAfterSeconds);
        }
        return response.build();
    }

    private static String newInstance() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
