package io.carryon.gateway.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many frames at once, refilled evenly over the period. */
public final class FrameAllowance {

    private final int burst;
    private final Duration period;
    private final Clock clock;
    private double left;
    private Instant filledAt;

    public FrameAllowance(int burst, Duration period, Clock clock) {
        this.burst = burst;
        this.period = period;
        this.clock = clock;
        this.left = burst;
        this.filledAt = clock.instant();
    }

    /** False when the sender has to wait. */
    public synchronized boolean take() {
        var now = clock.instant();
        left = Math.min(burst, left + (double) Duration.between(filledAt, now).toMillis() * burst / period.toMillis());
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
