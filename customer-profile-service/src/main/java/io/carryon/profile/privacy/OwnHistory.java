package io.carryon.profile.privacy;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.identity.Customer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Walks through all that is kept of the contacts of some customers, a month at a time: timelines lead to contacts,
 * contacts and timelines to issues, issues to contacts that no timeline has. Beside the ids of what was visited, it holds
 * a month, {@value #CONTACTS_AT_ONCE} records or {@value #ISSUES_AT_ONCE} issues.
 */
final class OwnHistory {

    private static final int CONTACTS_AT_ONCE = 100;
    private static final int ISSUES_AT_ONCE = 20;

    private final Documents documents;
    private final Visitor visitor;
    private final Set<String> members;
    private final Set<String> contacts = new LinkedHashSet<>();
    private final Set<String> seenContacts = new LinkedHashSet<>();
    private final Set<String> seenIssues = new LinkedHashSet<>();
    private final Deque<String> issues = new ArrayDeque<>();

    /** Told of each document once; may change it, but has to leave its ids. */
    interface Visitor {

        void timeline(Document month);

        void contacts(List<Document> records);

        /** @param own ids of all contacts of the customers that the issues name */
        void issues(List<Document> issues, Set<String> own);
    }

    OwnHistory(Documents documents, Collection<UUID> members, Visitor visitor) {
        this.documents = documents;
        this.members = members.stream().map(UUID::toString).collect(Collectors.toSet());
        this.visitor = visitor;
    }

    /** @return ids of all contacts, in the order they were met */
    List<UUID> walk(Collection<Customer> customers) {
        for (var customer : customers) {
            for (var month : customer.timelineMonths()) {
                documents.find(Timeline.documentId(customer.id(), month)).ifPresent(this::month);
            }
            meet(customer.recentContacts().stream()
                    .map(contact -> contact.contactId().toString()));
            Stream.concat(customer.issues().keySet().stream(), customer.relinked().values().stream())
                    .forEach(issue -> note(issue.toString()));
            meetIssues();
        }
        return contacts.stream().map(UUID::fromString).toList();
    }

    private void month(Document month) {
        visitor.timeline(month);
        var entries = fields(month.get("entries")).values();
        meet(texts(entries, "contactId"));
        texts(entries, "issueId").forEach(this::note);
        meetIssues();
    }

    private void meet(Stream<String> ids) {
        var fresh = ids.distinct().filter(seenContacts::add).toList();
        for (int i = 0; i < fresh.size(); i += CONTACTS_AT_ONCE) {
            var some = fresh.subList(i, Math.min(fresh.size(), i + CONTACTS_AT_ONCE));
            var read = documents.find(some.stream()
                    .map(id -> ContactRecords.documentId(UUID.fromString(id)))
                    .toList());
            var own = some.stream()
                    .map(id -> read.get(ContactRecords.documentId(UUID.fromString(id))))
                    .filter(record -> record != null && members.contains(record.getString("customerId")))
                    .toList();
            own.forEach(this::note);
            visitor.contacts(own);
        }
    }

    private void note(Document record) {
        contacts.add(record.getString("contactId"));
        note(record.getString("movedTo"));
        note((String) fields(record.get("contact")).get("issueId"));
        fields(record.get("placed")).keySet().forEach(issue -> note((String) issue));
    }

    private void note(String issue) {
        if (issue != null && seenIssues.add(issue)) {
            issues.add(issue);
        }
    }

    private void meetIssues() {
        while (!issues.isEmpty()) {
            var ids = new ArrayList<String>();
            while (!issues.isEmpty() && ids.size() < ISSUES_AT_ONCE) {
                ids.add(IssueStore.documentId(UUID.fromString(issues.remove())));
            }
            var read = List.copyOf(documents.find(ids).values());
            meet(read.stream().flatMap(OwnHistory::contactsOf));
            visitor.issues(read, contacts);
        }
    }

    /** All contacts that an issue has something of. */
    static Stream<String> contactsOf(Document issue) {
        return Stream.of(
                        texts(list(issue.get("contacts")), "contactId"),
                        texts(list(issue.get("attempts")), "contactId"),
                        texts(fields(issue.get("movedIn")).values(), "contactId"))
                .flatMap(ids -> ids);
    }

    private static Stream<String> texts(Collection<?> elements, String name) {
        return elements.stream()
                .map(element -> (String) fields(element).get(name))
                .filter(Objects::nonNull);
    }

    private static Collection<?> list(Object value) {
        return value instanceof Collection<?> elements ? elements : List.of();
    }

    static Map<?, ?> fields(Object value) {
        return value instanceof Map<?, ?> fields ? fields : Map.of();
    }
}
