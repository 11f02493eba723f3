package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;

/** What staff and the customer do to understand each other, and where it fails. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface UnderstandingEvent extends TicketEvent {

    /**
     * Staff said how they understand the matter, or the customer confirmed or corrected it.
     *
     * @param state PROPOSED, CONFIRMED or CORRECTED; {@code stateBefore} is null the first time
     * @param before what was understood before, by the names of its parts; null the first time
     */
    record UnderstandingChanged(
            int version, String state, String stateBefore, Map<String, String> before, Map<String, String> after)
            implements UnderstandingEvent {

        /** Whether the customer has said that they were understood, or how it really is. */
        public boolean isOfTheCustomer() {
            return !"PROPOSED".equals(state);
        }
    }

    /**
     * The customer says again what they said at first, although they were answered.
     *
     * @param contactId the contact that says it again, {@code firstContactId} the one that said it first
     * @param likeness of the two texts, from 0 to 1
     */
    record RedAlert(UUID contactId, UUID firstContactId, double likeness) implements UnderstandingEvent {}

    /** Staff have seen the red alert of a contact, and those before it. */
    record RedAlertSeen(UUID contactId) implements UnderstandingEvent {}
}
