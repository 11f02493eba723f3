package io.carryon.profile.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import io.carryon.profile.documents.Outage;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem+json: what is wrong, where, and what to do about it. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response known(ProblemException e) {
        return Answer.of(e.status(), e.type(), e.title(), e.getMessage(), e.errors(), e.retryAfter());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return Answer.invalid(e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .toList());
    }

    // The mismatch is named as well because Quarkus would answer it itself, and not as a problem.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e) {
        return JsonProblem.of(e);
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
        return Answer.of(
                403,
                "forbidden",
                "Your role does not allow this",
                "Use a token that carries a role this operation names in the API document.");
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        // A parameter's own type says what is wrong with it; the framework wraps that in a 404.
        var said = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
        if (said.isPresent()) {
            return known(said.get());
        }
        var status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e) : HttpProblem.of(status);
    }

    @ServerExceptionMapper
    public Response database(MongoException e) {
        if (!Outage.isBehind(e)) {
            // MongoDB's words quote ids and values, which are addresses and numbers of people.
            var instance = Answer.newInstance();
            LOG.errorf("MongoDB refused with %s, code %d: %s", e.getClass().getSimpleName(), e.getCode(), instance);
            return Answer.unexpected(instance);
        }
        LOG.warnf("The database is away: %s, code %d", e.getClass().getSimpleName(), e.getCode());
        return known(ProblemException.unavailable(
                "The database cannot be reached; send the same request again later.", Duration.ofSeconds(5)));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        var instance = Answer.newInstance();
        LOG.errorf(e, "Unexpected failure %s", instance);
        return Answer.unexpected(instance);
    }

    private static Response unauthorized() {
        return Answer.of(
                401,
                "unauthorized",
                "A valid bearer token is needed",
                "Send Authorization: Bearer with a token of the configured issuer and audience that has not expired.");
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
}
