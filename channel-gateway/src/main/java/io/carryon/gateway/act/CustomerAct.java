package io.carryon.gateway.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a customer did about a contact beside writing, as {@code io.carryon.customer.acted.v1}; what is null is left out.
 *
 * @param actId the event's id; of the caller's idempotency key where there is one
 * @param at when it was recorded, later than that of the contact's acts before; null until then
 * @param reason why, at most 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerAct(
        UUID actId, UUID contactId, Channel channel, Kind act, Instant at, String reason, Rating rating) {

    /** The longest reason in UTF-16 units; what is longer is cut. */
    public static final int REASON_LIMIT = 500;

    /** The longest comment in UTF-16 units; what is longer is cut. */
    public static final int COMMENT_LIMIT = 2_000;

    /** What was done. */
    public enum Kind {
        /** The customer wants a person. */
        @JsonProperty("handoff")
        HANDOFF,
        /** The customer says that it is done. */
        @JsonProperty("closed")
        CLOSED,
        /** The customer says that it is not done after all. */
        @JsonProperty("reopened")
        REOPENED,
        /** The customer says how content they are with the resolution. */
        @JsonProperty("rated")
        RATED;

        /** The lower-case name used in events and rows. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How content the customer is.
     *
     * @param score 1 (worst) to 5
     * @param comment in the customer's words, at most 2,000 characters, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rating(int score, String comment) {

        /** Throws IllegalArgumentException for a score that is not 1 to 5. */
        public Rating {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("A score is 1 to 5, not " + score);
            }
            comment = said(comment, COMMENT_LIMIT);
        }
    }

    public CustomerAct {
        reason = said(reason, REASON_LIMIT);
    }

    /** The customer wants a person, for a reason or null. */
    public static CustomerAct handoff(UUID contactId, Channel channel, String reason) {
        return of(contactId, channel, Kind.HANDOFF, reason, null);
    }

    /** The customer closes it, for a reason or null. */
    public static CustomerAct closed(UUID contactId, Channel channel, String reason) {
        return of(contactId, channel, Kind.CLOSED, reason, null);
    }

    /** The customer opens it again, for a reason or null. */
    public static CustomerAct reopened(UUID contactId, Channel channel, String reason) {
        return of(contactId, channel, Kind.REOPENED, reason, null);
    }

    /** The customer's score of 1 to 5, and a comment or null; IllegalArgumentException for any other score. */
    public static CustomerAct rated(UUID contactId, Channel channel, int score, String comment) {
        return of(contactId, channel, Kind.RATED, null, new Rating(score, comment));
    }

    /** The same act whenever the caller sends it with this key; keys are the contact's own. */
    public CustomerAct withKey(String key) {
        var id = ContactId.derive("customer-act", contactId.toString(), act.wireName(), key);
        return new CustomerAct(id, contactId, channel, act, at, reason, rating);
    }

    private static CustomerAct of(UUID contactId, Channel channel, Kind act, String reason, Rating rating) {
        return new CustomerAct(UUID.randomUUID(), contactId, channel, act, null, reason, rating);
    }

    private static String said(String words, int limit) {
        return words == null || words.isBlank() ? null : Text.cut(Text.clean(words.strip()), limit);
    }
}
