package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.TicketState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Keeps one document an issue. */
@ApplicationScoped
public class IssueStore {

    private final Documents documents;
    private final Shapes shapes;

    public IssueStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public static String documentId(UUID issue) {
        return "issue:" + issue;
    }

    public Optional<Issue> find(UUID issue) {
        return find(issue, documents.find(List.of(documentId(issue))));
    }

    /** Those that exist, by id. */
    public Map<UUID, Issue> find(Collection<UUID> issues) {
        var found = new HashMap<UUID, Issue>();
        var read = documents.find(
                issues.stream().distinct().map(IssueStore::documentId).toList());
        issues.forEach(id -> find(id, read).ifPresent(issue -> found.put(id, issue)));
        return found;
    }

    /** The issue among documents already read. */
    public Optional<Issue> find(UUID issue, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId(issue)), Issue.class).map(Issue::asItStands);
    }

    /** Counts a contact on its issue once, and makes the issue with its first. */
    public Change contactMade(UUID customer, Optional<Issue> before, PastContact contact) {
        return contactMade(customer, before, contact, Optional.empty(), Optional.empty());
    }

    /**
     * Counts a contact on its issue once, and makes the issue with its first.
     *
     * @param attempt what the customer tried and gave before, if anything
     * @param topic what they chose that it is about, if anything: the first that is told of an issue stays
     */
    public Change contactMade(
            UUID customer,
            Optional<Issue> before,
            PastContact contact,
            Optional<Attempt> attempt,
            Optional<String> topic) {
        var change = Change.of(documentId(contact.issueId()));
        if (before.map(issue -> issue.remembers(contact.contactId())).orElse(false)) {
            return change;
        }
        change.setOnInsert("id", contact.issueId().toString())
                .setOnInsert("customerId", customer.toString())
                .setOnInsert("openedAt", contact.at().toString())
                .setOnInsert("channel", contact.channel());
        if (contact.subject() != null) {
            change.setOnInsert("subject", contact.subject());
        }
        if (before.map(Issue::topic).isEmpty()) {
            topic.ifPresent(chosen -> change.set("topic", chosen));
        }
        attempt.ifPresent(tried -> change.append("attempts", shapes.fields(tried), Issue.MOST_ATTEMPTS));
        return change.increment("contactCount").append("contacts", shapes.fields(contact), Issue.MOST_CONTACTS);
    }

    /** Keeps the ticket's state; an older revision changes nothing. */
    public Change ticketChanged(UUID customer, UUID issue, TicketState ticket) {
        return Change.of(documentId(issue))
                .setOnInsert("id", issue.toString())
                .setOnInsert("customerId", customer.toString())
                .setOnInsert("subject", ticket.subject())
                .max("tickets." + ticket.ticketId(), shapes.fields(ticket));
    }

    /**
     * The contact is about another issue.
     *
     * @param record of which its first issue and what is only counted of it are read
     */
    Change movedOut(UUID issue, ContactRecord record, UUID to) {
        var change = Change.of(documentId(issue));
        return isHeld(issue, record)
                ? change.set("movedOut." + record.contactId(), to.toString())
                : change.unset("movedIn." + record.contactId());
    }

    /**
     * The contact is about this issue after all, which is made by its first contact if it is not there.
     *
     * @param record as for {@link #movedOut}
     */
    Change movedIn(UUID issue, UUID owner, PastContact first, ContactRecord record) {
        var change = Change.of(documentId(issue))
                .setOnInsert("id", issue.toString())
                .setOnInsert("customerId", owner.toString())
                .setOnInsert("openedAt", first.at().toString())
                .setOnInsert("channel", first.channel());
        if (first.subject() != null) {
            change.setOnInsert("subject", first.subject());
        }
        return isHeld(issue, record)
                ? change.unset("movedOut." + record.contactId())
                : change.set(
                        "movedIn." + record.contactId(),
                        shapes.fields(record.contact().withIssue(issue)));
    }

    /** Whether the issue has the contact in its count but for what the latest moves say. */
    private static boolean isHeld(UUID issue, ContactRecord record) {
        return (record.contact().issueId().equals(issue) ? 1 : 0) + record.counted(issue) > 0;
    }

    /** Issues as they are stored: what was moved stands beside what came. */
    Collection<Issue> stored(Collection<UUID> issues) {
        return documents
                .find(issues.stream().distinct().map(IssueStore::documentId).toList())
                .values()
                .stream()
                .map(found -> shapes.read(found, Issue.class))
                .toList();
    }
}
