package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * That the customer hears from us again by a time; the next reply or the resolution settles it.
 *
 * @param text how it was said, one line
 * @param settledAt when they heard from us, or null as long as they did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promise(String text, Instant madeAt, Instant dueAt, Instant settledAt) {

    /** Longest text kept of a promise. */
    public static final int LONGEST_TEXT = 120;

    /** Whether they heard from us too late, or not yet although it is past due. */
    public boolean broken(Instant now) {
        return (settledAt == null ? now : settledAt).isAfter(dueAt);
    }

    /** Whether they heard from us in time. */
    public boolean kept() {
        return settledAt != null && !settledAt.isAfter(dueAt);
    }

    Promise settled(Instant at) {
        return settledAt == null ? new Promise(text, madeAt, dueAt, at) : this;
    }
}
