package io.carryon.profile.recognition;

import io.carryon.profile.history.Issue;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.identity.Customer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact and everything that was read to recognize its issue.
 *
 * @param customerId whose contact it is
 * @param customer what is known of them; empty on their first contact
 * @param references what the contact's message ids and ticket numbers point to, by document id
 * @param issues those pointed to, by id
 */
public record Inquiry(
        ContactReceived contact,
        UUID customerId,
        Optional<Customer> customer,
        Map<String, Reference> references,
        Map<UUID, Issue> issues) {

    public Optional<Reference> message(String messageId) {
        return Optional.ofNullable(references.get(ReferenceStore.message(messageId)));
    }

    public Optional<Reference> ticket(String number) {
        return Optional.ofNullable(references.get(ReferenceStore.ticket(number)));
    }
}
