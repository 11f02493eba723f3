package io.carryon.ticketing.understanding;

import io.carryon.ticketing.wording.Likeness;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact beside the first one of its issue.
 *
 * @param first what the customer said first, {@code again} what they say now
 * @param answeredAt when staff answered last before they said it again, null if they did not
 * @param saidAt when it was said again
 */
record Repetition(UUID firstContactId, String first, String again, Instant answeredAt, Instant saidAt) {

    /** From so much on, two texts say the same; chosen on labelled pairs in five languages (see the test). */
    static final double ALIKE = 0.5;

    double likeness() {
        return Likeness.of(first, again);
    }

    /**
     * Whether the customer has to say again what they said at first: they were answered in between, no longer ago than
     * the window, and most of the shorter text is in the other one.
     */
    boolean isRedAlert(Duration window) {
        return answeredAt != null && !saidAt.isAfter(answeredAt.plus(window)) && likeness() >= ALIKE;
    }
}
