package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One try to tell a receiver. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookAttempt")
public record Attempt(
        Instant at,

        @Schema(description = "What the receiver answered; absent when it did not", examples = "204")
        Integer status,

        @Schema(examples = "38") int durationMs,

        @Schema(description = "Why it was no success", examples = "no answer in 15 s")
        String error) {

    private static final int GONE = 410;

    static Attempt answered(Instant at, int status, Duration took) {
        return new Attempt(at, status, (int) took.toMillis(), isGood(status) ? null : "answered " + status);
    }

    static Attempt failed(Instant at, String error, Duration took) {
        return new Attempt(at, null, (int) took.toMillis(), error);
    }

    /** Only 2xx is: a redirect is not followed, as it may lead anywhere. */
    boolean succeeded() {
        return status != null && isGood(status);
    }

    /** Whether the receiver wants to hear no more. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** Whether the receiver has too much to do. */
    boolean isThrottled() {
        return status != null && (status == 429 || status == 502 || status == 503 || status == 504);
    }

    private static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }
}
