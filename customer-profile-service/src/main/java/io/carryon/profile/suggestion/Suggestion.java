package io.carryon.profile.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Group;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a customer looks like another, and what staff said to it.
 *
 * @param customerId the other
 * @param name the other's, as far as it is known
 * @param weight how much speaks for it, as a power of two
 * @param reasons why, one sentence each, the weightiest first
 * @param decision what staff decided last, or null; a rejection is remembered for ever
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        UUID customerId,
        String name,
        int weight,
        List<String> reasons,
        Instant at,
        Decision decision,
        Instant decidedAt,
        String decidedBy) {

    /** What staff say to a suggestion. */
    public enum Decision {
        CONFIRMED,
        REJECTED
    }

    boolean isOpen() {
        return decision == null;
    }

    /**
     * Whether it is for staff to settle: nobody has, or the merge they confirmed was undone.
     *
     * @param group of the customer it is about
     */
    boolean waits(Group group) {
        return isOpen() || (decision == Decision.CONFIRMED && !group.has(customerId));
    }
}
