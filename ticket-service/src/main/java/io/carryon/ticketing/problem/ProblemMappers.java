package io.carryon.ticketing.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem+json: what is wrong, where, and what to do about it. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CORRECT_THE_FIELDS = "Correct the fields named in errors and send the request again.";

    @ServerExceptionMapper
    public Response known(ProblemException e) {
        return answer(
                e.status(),
                e.type(),
                e.title(),
                e.getMessage(),
                e.errors(),
                e.retryAfter() == null ? null : e.retryAfter().toSeconds());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .toList();
        return answer(400, "validation", "The request is not valid", CORRECT_THE_FIELDS, errors, null);
    }

    // The mismatch is named as well because Quarkus would answer it itself, and not as a problem.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var error = new Problem.FieldError(pointer(mapping), explanation(mapping));
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
        if (e.getCause() instanceof ProblemException problem) {
            return known(problem);
        }
        var status = e.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                answer(
                        404,
                        "not-found",
                        "There is no such resource",
                        "Check the path and the id in it.",
                        List.of(),
                        null);
            case 405 ->
                answer(
                        405,
                        "method-not-allowed",
                        "The method is not allowed here",
                        "See the API document for the methods of this path.",
                        List.of(),
                        null);
            case 406 ->
                answer(
                        406,
                        "not-acceptable",
                        "The answer is not available in that form",
                        "Accept application/json.",
                        List.of(),
                        null);
            case 413 ->
                answer(
                        413,
                        "too-large",
                        "The body is too large",
                        "Send less, or send attachments on their own.",
                        List.of(),
                        null);
            case 415 ->
                answer(
                        415,
                        "unsupported-media-type",
                        "The body's media type is not understood",
                        "Send Content-Type: application/json.",
                        List.of(),
                        null);
            default ->
                status >= 500
                        ? unexpected(e)
                        : answer(
                                status,
                                "http-" + status,
                                "The request was refused",
                                "See the API document for this operation.",
                                List.of(),
                                null);
        };
    }

    @ServerExceptionMapper
    public Response failed(Throwable e, ContainerRequestContext request) {
        if (Outage.causedBy(e)) {
            LOG.warnf("Answering 503: %s", e.getClass().getSimpleName());
            return known(OutageProblem.of(e, request.getMethod()));
        }
        return unexpected(e);
    }

    private static Response unexpected(Throwable e) {
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

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        // The first two nodes are the method and its parameter; what follows is the path inside the body.
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        var inside = names.size() > 2 ? names.subList(2, names.size()) : names.subList(names.size() - 1, names.size());
        var pointer = inside.stream()
                .map(name -> name.replaceAll("\\[(\\d+)]", "/$1"))
                .collect(Collectors.joining("/", "/", ""));
        return new Problem.FieldError(pointer, violation.getMessage());
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
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
        var response = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("urn:carryon:problem:" + type, title, status, detail, instance, errors));
        if (status == 401) {
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
