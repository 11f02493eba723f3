package io.carryon.ticketing.problem;

import java.time.Duration;
import java.util.List;

/** An error meant for the caller: status, a stable type and a detail that says what to do about it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient List<Problem.FieldError> errors;
    private final transient Duration retryAfter;

    private ProblemException(
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Duration retryAfter) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(int status, String type, String title, String detail) {
        return new ProblemException(status, type, title, detail, List.of(), null);
    }

    /** 400 naming one field. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                400,
                "validation",
                "The request is not valid",
                "Correct the fields named in errors and send the request again.",
                List.of(new Problem.FieldError(pointer, detail)),
                null);
    }

    public static ProblemException notFound(String detail) {
        return of(404, "not-found", "There is no such resource", detail);
    }

    /** 404 with {@code Retry-After} for what is expected, and not here yet. */
    public static ProblemException notYet(String detail, Duration retryAfter) {
        return new ProblemException(404, "not-here-yet", "It is not here yet", detail, List.of(), retryAfter);
    }

    /** 429 with {@code Retry-After}. */
    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(429, "too-many", "That is more than is allowed", detail, List.of(), retryAfter);
    }

    public static ProblemException conflict(String type, String detail) {
        return of(409, type, "The request conflicts with the present state", detail);
    }

    /** 503 with {@code Retry-After}; the detail says what is known of the request. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(
                503, "unavailable", "A needed part is not reachable", detail, List.of(), retryAfter);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    /** How long to wait before trying again, or null. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
