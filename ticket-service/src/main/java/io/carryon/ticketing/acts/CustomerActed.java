package io.carryon.ticketing.acts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.ticket.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * What we read of {@code io.carryon.customer.acted.v1}.
 *
 * @param act handoff, closed, reopened or rated; one that is not known here changes nothing
 * @param reason why, in the customer's words, or null
 * @param rating how content they are; null unless they say so
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerActed(
        UUID actId, UUID contactId, Channel channel, String act, Instant at, String reason, Rating rating)
        implements EarlyEvents.AboutContact<CustomerActed> {

    /** From 1 to 5, and why, or null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rating(Integer score, String comment) {}

    /** Whether everything is there that an act cannot do without. */
    boolean isComplete() {
        return actId != null
                && contactId != null
                && act != null
                && at != null
                && (!"rated".equals(act) || (rating != null && isScore(rating.score())));
    }

    @Override
    public long place() {
        return at.toEpochMilli();
    }

    @Override
    public CustomerActed withoutPerson() {
        var silent = rating == null ? null : new Rating(rating.score(), null);
        return new CustomerActed(actId, contactId, channel, act, at, null, silent);
    }

    private static boolean isScore(Integer score) {
        return score != null && score >= 1 && score <= 5;
    }
}
