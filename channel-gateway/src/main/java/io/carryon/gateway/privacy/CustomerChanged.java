package io.carryon.gateway.privacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * What the gateway reads of {@code io.carryon.customer.changed.v1}: the contacts of an erased customer. A customer with
 * many contacts is erased by several events, each with at most 500.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerChanged(String change, List<UUID> contacts) {

    /** Throws when the event does not say what changed. */
    public CustomerChanged {
        if (change == null) {
            throw new IllegalArgumentException("A customer.changed.v1 without a change");
        }
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    boolean isErasure() {
        return "erased".equals(change) && !contacts.isEmpty();
    }
}
