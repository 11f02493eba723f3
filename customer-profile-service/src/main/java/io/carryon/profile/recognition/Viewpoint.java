package io.carryon.profile.recognition;

import io.carryon.profile.recognition.memory.RememberedContact;
import java.time.Instant;
import java.util.UUID;

/**
 * From where a contact looks back at what its customer said before.
 *
 * @param contact which is not earlier than itself
 * @param at when it came
 * @param isLate whether others may have come since
 * @param menu the number that called and what it chose in the menu, or null where that says nothing
 */
record Viewpoint(UUID contact, Instant at, boolean isLate, String menu) {

    boolean sees(RememberedContact other) {
        return !isLate || (!other.contactId().equals(contact) && other.at().isBefore(at));
    }
}
