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
 * @param customerId whose handle it came from: the member, where customers are merged
 * @param customer what is known of them and of all they are merged with; empty on their first contact
 * @param references what the contact's message ids and ticket numbers point to, by document id
 * @param issues those pointed to, by id
 * @param member what is known of the member alone
 */
public record Inquiry(
        ContactReceived contact,
        UUID customerId,
        Optional<Customer> customer,
        Map<String, Reference> references,
        Map<UUID, Issue> issues,
        Optional<Customer> member) {

    /** Of one who is not merged with anybody. */
    public Inquiry(
            ContactReceived contact,
            UUID customerId,
            Optional<Customer> customer,
            Map<String, Reference> references,
            Map<UUID, Issue> issues) {
        this(contact, customerId, customer, references, issues, customer);
    }

    /** Whether it is an issue of the sender's own, which those of all they are merged with are too. */
    public boolean isOwn(Issue issue) {
        if (issue.customerId().equals(customerId)) {
            return true;
        }
        var mayCross = member.map(Customer::hasRoomAcross).orElse(true);
        return mayCross
                && customer.map(known -> known.members().contains(issue.customerId()))
                        .orElse(false);
    }

    public Optional<Reference> message(String messageId) {
        return Optional.ofNullable(references.get(ReferenceStore.message(messageId)));
    }

    public Optional<Reference> ticket(String number) {
        return Optional.ofNullable(references.get(ReferenceStore.ticket(number)));
    }
}
