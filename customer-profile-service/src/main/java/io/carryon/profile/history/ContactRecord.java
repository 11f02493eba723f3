package io.carryon.profile.history;

import io.carryon.profile.identity.PastContact;
import java.util.Map;
import java.util.UUID;

/**
 * What was decided about a contact, word for word, so that the same contact delivered again is published the same.
 *
 * @param entryId the message that opened the contact
 * @param handleId the handle that decided the customer
 * @param decided customer, issue and card as published in {@code contact.recognized.v1}
 * @param reference document of the contact's own message id, which points to its issue; null when it has none
 */
public record ContactRecord(
        UUID contactId,
        UUID entryId,
        UUID customerId,
        String handleId,
        PastContact contact,
        Map<String, Object> decided,
        String reference) {}
