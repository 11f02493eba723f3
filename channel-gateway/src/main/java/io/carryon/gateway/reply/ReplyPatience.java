package io.carryon.gateway.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a reply is tried again, and for how long (RFC 5321, 4.5.4.1).
 *
 * @param firstPause after the first attempt; each following pause is twice as long
 * @param longestPause no pause is longer
 * @param giveUpAfter from when the reply was asked for; the last attempt is made then
 */
record ReplyPatience(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    private static final int MOST_DOUBLINGS = 30;

    /** The next attempt, or nothing when it is to be given up. */
    Optional<Instant> next(Instant waitingSince, int attempts, Instant now) {
        var end = waitingSince.plus(giveUpAfter);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var pause = firstPause.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
        var next = now.plus(pause.compareTo(longestPause) < 0 ? pause : longestPause);
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
