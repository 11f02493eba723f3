package io.carryon.gateway.problem;

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
    private final transient List<Problem.Sentence> say;

    private ProblemException(
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Duration retryAfter) {
        this(status, type, title, detail, errors, retryAfter, List.of());
    }

    private ProblemException(
            int status,
            String type,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Duration retryAfter,
            List<Problem.Sentence> say) {
        super(detail);
        this.say = say;
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

    /** 400 naming every wrong field. */
    public static ProblemException invalid(List<Problem.FieldError> errors) {
        return new ProblemException(
                400,
                "validation",
                "The request is not valid",
                "Correct the fields named in errors and send the request again.",
                List.copyOf(errors),
                null);
    }

    public static ProblemException notFound(String detail) {
        return of(404, "not-found", "There is no such resource", detail);
    }

    public static ProblemException conflict(String type, String detail) {
        return of(409, type, "The request conflicts with the present state", detail);
    }

    /** 422 naming the fields that cannot be acted on as they are. */
    public static ProblemException unprocessable(String type, String detail, List<Problem.FieldError> errors) {
        return new ProblemException(422, type, "The request cannot be acted on", detail, List.copyOf(errors), null);
    }

    /** 503 with {@code Retry-After}: nothing was stored, the same request may be sent again. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(
                503, "unavailable", "A needed part is not reachable", detail, List.of(), retryAfter);
    }

    /** 429 with {@code Retry-After}. */
    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(
                429, "too-many-requests", "There were too many of these from you", detail, List.of(), retryAfter);
    }

    /** The same with what to say to a caller. */
    public ProblemException saying(List<Problem.Sentence> sentences) {
        return new ProblemException(status, type, title, getMessage(), errors, retryAfter, List.copyOf(sentences));
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

    /** What to say to a caller, or nothing. */
    public List<Problem.Sentence> say() {
        return say;
    }
}
