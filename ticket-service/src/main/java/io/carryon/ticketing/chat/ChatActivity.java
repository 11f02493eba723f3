package io.carryon.ticketing.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who types in a chat, as {@code io.carryon.chat.activity.v1}; true for five seconds, never stored, losses allowed.
 *
 * @param from customer or staff
 * @param name of staff, for the customer to read; null for customers
 * @param typing false: no longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatActivity(UUID contactId, String from, String name, Boolean typing, Instant at)
        implements ChatListeners.Happening {

    static final String TOPIC = "chat.activity";
    static final String TYPE = "io.carryon.chat.activity.v1";

    private static final String CUSTOMER = "customer";
    private static final String STAFF = "staff";
    private static final Duration HOLDS = Duration.ofSeconds(5);

    /** What is told of a customer. */
    record Typing(UUID ticketId, UUID contactId, boolean typing, Instant at) {}

    static ChatActivity ofStaff(UUID contactId, String name, boolean typing, Instant at) {
        return new ChatActivity(contactId, STAFF, name, typing, at);
    }

    /** Whether a customer types, or does no longer, and it is not too late to say so. */
    boolean isNewsOfACustomer(Instant now) {
        return CUSTOMER.equals(from)
                && contactId != null
                && typing != null
                && at != null
                && at.plus(HOLDS).isAfter(now);
    }

    @Override
    public Typing toldOf(UUID ticketId) {
        return new Typing(ticketId, contactId, typing, at);
    }
}
