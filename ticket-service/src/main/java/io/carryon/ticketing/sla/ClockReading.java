package io.carryon.ticketing.sla;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a clock shows by the rules.
 *
 * @param policy the policy that holds, null without one
 * @param dueAt when it is due, or would have been; null while it stands still with time left, and without a target
 * @param warnAt when staff are warned, null as {@code dueAt}
 * @param worked business time that passed until it stopped; null as long as it has not
 */
public record ClockReading(
        TicketClock clock, String policy, Instant dueAt, Instant warnAt, Outcome outcome, Duration worked) {

    /** How it stands. */
    @Schema(name = "SlaOutcome")
    public enum Outcome {
        RUNNING,
        /** It stands still, with time left. */
        PAUSED,
        /** Stopped in time. */
        MET,
        /** Stopped too late. */
        MISSED,
        /** The ticket was solved or closed, in time, without the answer this clock waited for. */
        WITHDRAWN,
        /** The policy has no target for it. */
        UNMEASURED
    }

    /** When there is something to tell staff, or null: a warning and an escalation, each once. */
    Instant nextAt() {
        if (dueAt == null || clock.stoppedAt() != null || clock.breachedAt() != null) {
            return null;
        }
        return clock.warnedAt() == null && warnAt.isBefore(dueAt) ? warnAt : dueAt;
    }
}
