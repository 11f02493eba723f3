package io.carryon.gateway.recognition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What the gateway reads of {@code io.carryon.contact.linked.v1}: whether staff have settled what a contact is about. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactLinked(UUID contactId, String state, Who by) {

    /** Who said so: staff or customer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Who(String kind) {}

    /** Throws when the event does not say what became of which contact. */
    public ContactLinked {
        if (contactId == null || state == null || by == null) {
            throw new IllegalArgumentException("A contact.linked.v1 without contact, state or who it is by");
        }
    }

    /** A customer may still change their mind; staff's word stands until they take it back. */
    boolean isStaffs() {
        return "staff".equals(by.kind());
    }

    /** Whether the customer need not be asked any more. */
    boolean isSettled() {
        return !"ASKED".equals(state);
    }
}
