package io.carryon.ticketing.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** What to tell a caller while a part is away: what is known of the request, and when to come again. */
final class OutageProblem {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int DEEPEST = 20;

    private OutageProblem() {}

    /** The answer to a request by a method; a POST carries a key that makes its repetition safe. */
    static ProblemException of(Throwable outage, String method) {
        var part = isBusy(outage) ? "The service is busy just now. " : "A needed part is not reachable. ";
        return ProblemException.unavailable(part + advice(method), RETRY_AFTER);
    }

    private static String advice(String method) {
        if (SAFE.contains(method)) {
            return "Send the request again after the time in Retry-After.";
        }
        return "POST".equals(method)
                ? "Send the same request with the same Idempotency-Key again after the time in Retry-After: it is done once."
                : "It is not known whether the change was made: get the resource after the time in Retry-After and look.";
    }

    /**
     * Whether the part is there but has no room: too many connections (class 53), none free in the pool, or rows that
     * another request was faster to take (class 40).
     */
    private static boolean isBusy(Throwable outage) {
        return Stream.iterate(outage, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(SQLException::getSQLState)
                .anyMatch(state -> state == null || state.startsWith("53") || state.startsWith("40"));
    }
}
