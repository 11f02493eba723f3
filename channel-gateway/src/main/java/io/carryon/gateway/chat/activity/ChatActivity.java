package io.carryon.gateway.chat.activity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Who types in a chat, as {@code io.carryon.chat.activity.v1}: true for some seconds, never stored, losses allowed.
 *
 * @param name of staff, for the customer to read; null for customers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatActivity(UUID contactId, Side from, String name, boolean typing, Instant at) {

    /** Who types. */
    public enum Side {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("staff")
        STAFF
    }

    /** Whether staff type, or no longer do. */
    boolean isOfStaff() {
        return from == Side.STAFF && contactId != null && at != null;
    }
}
