package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whom a call is offered to, and how long its caller may wait.
 *
 * @param targets who is available, best first, at most {@value #MOST_TARGETS}; empty when nobody is
 * @param position place in the queue; 1 is next
 * @param estimatedWaitSec seconds until somebody answers, or null when nobody has waited lately
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(List<Target> targets, int position, Integer estimatedWaitSec) {

    /** How many are rung at most. */
    public static final int MOST_TARGETS = 5;

    public Offer {
        targets = List.copyOf(targets);
    }

    /** An agent and where they can be rung: {@code extension} and {@code sipUri} are null when not told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(String agentId, String extension, String sipUri) {}
}
