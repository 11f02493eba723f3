package io.carryon.profile.recognition;

import io.carryon.profile.history.Issue;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.memory.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A contact and everything that was read to recognize its issue.
 *
 * @param customerId whose handle it came from: the member, where customers are merged
 * @param customer what is known of them and of all they are merged with; empty on their first contact
 * @param references what the contact's message ids and ticket numbers point to, by document id
 * @param issues those pointed to, by id
 * @param member what is known of the member alone
 * @param memories what recognition remembers of the member and of all they are merged with, by customer
 * @param considered what the customer's history says about the contact, or null until that is looked at
 */
public record Inquiry(
        ContactReceived contact,
        UUID customerId,
        Optional<Customer> customer,
        Map<String, Reference> references,
        Map<UUID, Issue> issues,
        Optional<Customer> member,
        Map<UUID, Memory> memories,
        Considered considered) {

    /** Whether it is an issue of the sender's own, which those of all they are merged with are too. */
    public boolean isOwn(Issue issue) {
        if (issue.customerId().equals(customerId)) {
            return true;
        }
        return mayCross()
                && customer.map(known -> known.members().contains(issue.customerId()))
                        .orElse(false);
    }

    /** Whether the contact may be linked to issues of others its customer is merged with. */
    boolean mayCross() {
        return member.map(Customer::hasRoomAcross).orElse(true);
    }

    /** With what the customer's history says. */
    Inquiry with(Considered found) {
        return with(found, Optional.empty());
    }

    /** With what the customer's history says, and the issue it links to. */
    Inquiry with(Considered found, Optional<Issue> linked) {
        var about = new HashMap<>(issues);
        linked.ifPresent(issue -> about.put(issue.id(), issue));
        return new Inquiry(contact, customerId, customer, references, Map.copyOf(about), member, memories, found);
    }

    /** What follows from the customer's history; empty where the contact itself says what it is about. */
    Optional<Linking> linking() {
        return Optional.ofNullable(considered).map(Considered::linking);
    }

    /** Whether the contact gives the number of a ticket of the sender's own. */
    boolean namesOwnTicket() {
        return contact.thread().ticketNumbers().stream()
                .flatMap(number -> ticket(number).stream())
                .anyMatch(this::pointsToOwn);
    }

    /** The sender's own issue whose message the contact answers. */
    Optional<UUID> answeredIssue() {
        return Stream.of(
                        Stream.ofNullable(contact.thread().repliedIssueId()),
                        ExplicitEvidence.threadMessages(contact)
                                .flatMap(id -> message(id).stream())
                                .map(Reference::issueId),
                        thread().stream().map(Reference::issueId))
                .flatMap(ids -> ids)
                .filter(id -> issues.containsKey(id) && isOwn(issues.get(id)))
                .findFirst();
    }

    /**
     * Whether what it answers was written by staff: one of our replies, or a message that never came to us, as ours does
     * not where a server on its way gave it another id. Mail programs offer remembered addresses for new matters, so of a
     * token alone, without a word of answering, the text decides.
     */
    boolean answersStaff() {
        var thread = contact.thread();
        var parent = ExplicitEvidence.threadMessages(contact).findFirst();
        if (thread.repliedIssueId() != null) {
            return parent.isPresent() || ContactWords.isAnswer(contact.subject());
        }
        return parent.filter(id -> message(id).isEmpty()).isPresent()
                && ExplicitEvidence.threadMessages(contact)
                        .anyMatch(id -> message(id).isPresent());
    }

    /** What the thread points to, where its first message never came to us and the sender went on with it before. */
    Optional<Reference> thread() {
        return ExplicitEvidence.threadId(contact).map(references::get);
    }

    /** Document id of a thread whose first message never came to us, if this is the first of it. */
    Optional<String> unseenThread() {
        var isSeen = contact.thread().repliedIssueId() != null
                || thread().isPresent()
                || ExplicitEvidence.firstMessage(contact).flatMap(this::message).isPresent();
        return isSeen ? Optional.empty() : ExplicitEvidence.threadId(contact);
    }

    private boolean pointsToOwn(Reference reference) {
        return issues.containsKey(reference.issueId()) && isOwn(issues.get(reference.issueId()));
    }

    public Optional<Reference> message(String messageId) {
        return Optional.ofNullable(references.get(ReferenceStore.message(messageId)));
    }

    public Optional<Reference> ticket(String number) {
        return Optional.ofNullable(references.get(ReferenceStore.ticket(number)));
    }
}
