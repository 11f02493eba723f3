package io.carryon.gateway.door;

import io.carryon.gateway.problem.ProblemException;
import java.util.regex.Pattern;

/** The caller's name for one intended effect, so that sending it twice has the effect once. */
public record IdempotencyKey(String value) {

    /** The request header that carries it, quoted (a structured-field string) or bare. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** 400 when the header is missing, or not 1 to 255 visible ASCII characters. */
    public static IdempotencyKey of(String header) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(
                    400,
                    "idempotency-key-missing",
                    "The Idempotency-Key header is missing",
                    "Send a fresh value, such as a UUID, per intended effect and the same one with each retry.");
        }
        var bare = header.strip();
        if (bare.length() > 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (!ACCEPTABLE.matcher(bare).matches()) {
            throw ProblemException.of(
                    400,
                    "idempotency-key-invalid",
                    "The Idempotency-Key header is not valid",
                    "Use 1 to 255 visible ASCII characters, without spaces.");
        }
        return new IdempotencyKey(bare);
    }

    private static final String REUSED = "idempotency-key-reused";

    /** Whether something was refused for its key. */
    public static boolean isReused(ProblemException refused) {
        return refused.type().equals(REUSED);
    }

    /** 422: the key was used before for something else. */
    public static ProblemException reused() {
        return ProblemException.of(
                422,
                REUSED,
                "The Idempotency-Key was used with another payload",
                "Use a fresh key for a new request, or send exactly the payload it was first used with.");
    }
}
