package io.carryon.profile.problem;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Puts a problem into an HTTP answer, under an instance of its own by which the log names it too. */
final class Answer {

    private static final Logger LOG = Logger.getLogger(Answer.class);

    private Answer() {}

    static String newInstance() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    static Response of(int status, String type, String title, String detail) {
        return of(status, type, title, detail, List.of(), null);
    }

    /** 400 naming every wrong field. */
    static Response invalid(List<Problem.FieldError> errors) {
        return of(
                400,
                "validation",
                "The request is not valid",
                "Correct the fields named in errors and send the request again.",
                errors,
                null);
    }

    /** @param retryAfter how long to wait before trying again, or null */
    static Response of(
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Duration retryAfter) {
        var instance = newInstance();
        LOG.debugf("%s answered with %d %s", instance, status, type);
        return of(new Problem("urn:carryon:problem:" + type, title, status, detail, instance, errors), retryAfter);
    }

    /** 500 under an instance the caller has logged. */
    static Response unexpected(String instance) {
        return of(
                new Problem(
                        "urn:carryon:problem:unexpected",
                        "Something failed on our side",
                        500,
                        "Nothing is known to have been changed; quote the instance when you report it.",
                        instance,
                        List.of()),
                null);
    }

    private static Response of(Problem problem, Duration retryAfter) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (retryAfter != null) {
            response.header("Retry-After", retryAfter.toSeconds());
        }
        return response.build();
    }
}
