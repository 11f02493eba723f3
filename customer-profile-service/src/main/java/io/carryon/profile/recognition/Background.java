package io.carryon.profile.recognition;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.MemoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Reads what recognition needs to know, in two reads whatever the contact names, one more where the customer is
 * merged with others, and one more where the contact goes on with a thread that an undone merge left to others.
 */
@ApplicationScoped
public class Background {

    private final Documents documents;
    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final MemoryStore memories;

    public Background(
            Documents documents,
            CustomerStore customers,
            IssueStore issues,
            ReferenceStore references,
            MemoryStore memories) {
        this.documents = documents;
        this.customers = customers;
        this.issues = issues;
        this.references = references;
        this.memories = memories;
    }

    /** A customer by themselves, an issue, and what recognition remembers of the customer, as they stand. */
    record Standing(Optional<Customer> customer, Optional<Issue> issue, Memory memory) {}

    /** The first read: the contact's own record, its handles, and what its names point to. */
    Collection<String> idsOf(ContactReceived contact, List<ContactHandle> handles) {
        var ids = new LinkedHashSet<String>();
        ids.add(ContactRecords.documentId(contact.contactId()));
        handles.forEach(each -> ids.add(each.handle().id()));
        names(contact).forEach(ids::add);
        return ids;
    }

    /** The second read: the customer and the issues that were pointed to. */
    Inquiry inquire(ContactReceived contact, UUID customerId, Map<String, Document> read) {
        var known = new HashMap<String, Reference>();
        names(contact).forEach(name -> references.find(name, read).ifPresent(to -> known.put(name, to)));
        var named = Stream.concat(
                        Stream.ofNullable(contact.thread().repliedIssueId()),
                        known.values().stream().map(Reference::issueId))
                .distinct()
                .toList();
        var ids = Stream.concat(
                        Stream.of(CustomerStore.documentId(customerId), MemoryStore.documentId(customerId)),
                        named.stream().map(IssueStore::documentId))
                .toList();
        var second = documents.find(ids);
        var about = new HashMap<UUID, Issue>();
        named.forEach(id -> issues.find(id, second).ifPresent(issue -> about.put(id, issue)));
        var shown = customers.shown(customerId, second);
        var member = customers.find(customerId, second);
        shown.ifPresent(customer -> about.putAll(followed(customer, about.values())));
        return new Inquiry(contact, customerId, shown, known, about, member, memories(customerId, shown, second), null);
    }

    /**
     * Issues of others that the customer's own contacts were moved out of, by id: what is theirs of them now, after the
     * latest of those contacts.
     */
    private Map<UUID, Issue> followed(Customer customer, Collection<Issue> named) {
        var left = new HashMap<UUID, UUID>();
        named.stream()
                .filter(issue -> !customer.members().contains(issue.customerId()))
                .forEach(issue -> customer.recentContacts().stream()
                        .filter(contact -> issue.hasLost(contact.contactId()))
                        .max(Comparator.comparing(PastContact::at).thenComparing(PastContact::contactId))
                        .ifPresent(contact -> left.put(issue.id(), contact.issueId())));
        var followed = new HashMap<UUID, Issue>();
        var theirs = left.isEmpty() ? Map.<UUID, Issue>of() : issues.find(left.values());
        left.forEach((other, own) -> Optional.ofNullable(theirs.get(own)).ifPresent(issue -> {
            followed.put(other, issue);
            followed.put(own, issue);
        }));
        return followed;
    }

    /** Those of all the customer is merged with, by one more read where they are. */
    private Map<UUID, Memory> memories(UUID member, Optional<Customer> shown, Map<String, Document> read) {
        var found = new HashMap<UUID, Memory>();
        found.put(member, memories.find(member, read));
        var others = shown.map(Customer::members).orElse(List.of()).stream()
                .filter(other -> !other.equals(member))
                .toList();
        if (!others.isEmpty()) {
            var theirs =
                    documents.find(others.stream().map(MemoryStore::documentId).toList());
            others.forEach(other -> found.put(other, memories.find(other, theirs)));
        }
        return found;
    }

    /** Where the record's customer and issue stand now. */
    Standing of(ContactRecord record) {
        var issue = record.contact().issueId();
        var read = documents.find(List.of(
                CustomerStore.documentId(record.customerId()),
                MemoryStore.documentId(record.customerId()),
                IssueStore.documentId(issue)));
        return new Standing(
                customers.find(record.customerId(), read),
                issues.find(issue, read),
                memories.find(record.customerId(), read));
    }

    private static Stream<String> names(ContactReceived contact) {
        return Stream.of(
                        ExplicitEvidence.threadMessages(contact).map(ReferenceStore::message),
                        ExplicitEvidence.threadId(contact).stream(),
                        contact.thread().ticketNumbers().stream().map(ReferenceStore::ticket))
                .flatMap(names -> names)
                .distinct();
    }
}
