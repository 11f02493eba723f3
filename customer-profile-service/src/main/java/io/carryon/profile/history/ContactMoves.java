package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What it changes that a contact is about another issue than it was recognized or moved to before. Each change is
 * harmless when made again; the contact's record keeps what was recognized first.
 */
@ApplicationScoped
public class ContactMoves {

    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final Timeline timeline;
    private final AcrossLinks across;

    public ContactMoves(
            CustomerStore customers,
            IssueStore issues,
            ReferenceStore references,
            Timeline timeline,
            AcrossLinks across) {
        this.customers = customers;
        this.issues = issues;
        this.references = references;
        this.timeline = timeline;
        this.across = across;
    }

    /**
     * The issue a contact is moved to.
     *
     * @param ownerId whose issue it is
     * @param first the contact that opens it, where it is made by this move
     */
    public record Target(UUID issueId, UUID ownerId, PastContact first) {}

    /** The contact is at the issue: the last change, after which the others are not made again. */
    public static Change placed(UUID contact, UUID issue) {
        return Change.of(ContactRecords.documentId(contact)).set("movedTo", issue.toString());
    }

    /**
     * All changes but {@link #placed}, to be sent as one write; the former issue stays on the customer, see
     * {@link CustomerStore#forgotten}.
     *
     * @param member the customer whose contact it is, as just read
     */
    public List<Change> of(ContactRecord record, Customer member, UUID from, Target to) {
        var contact = record.contact();
        var changes = new ArrayList<Change>();
        changes.add(customers.relinked(
                member,
                contact.contactId(),
                new PastIssue(to.issueId(), to.first().subject(), contact.at(), null)));
        changes.add(issues.movedOut(from, record, to.issueId()));
        if (!from.equals(contact.issueId()) && !to.issueId().equals(contact.issueId())) {
            // Where it came first, its last issue is known however often it is moved.
            changes.add(issues.movedOut(contact.issueId(), record, to.issueId()));
        }
        changes.add(issues.movedIn(to.issueId(), to.ownerId(), to.first(), record));
        changes.add(timeline.moved(member.id(), contact, to.issueId()));
        if (record.reference() != null) {
            changes.add(references.moved(record.reference(), to.issueId()));
        }
        if (record.thread() != null) {
            changes.add(references.moved(record.thread(), to.issueId()));
        }
        changes.add(
                to.ownerId().equals(member.id())
                        ? across.remove(member.id(), contact.contactId())
                        : across.set(new AcrossLinks.AcrossLink(
                                contact.contactId(), member.id(), to.issueId(), to.ownerId())));
        return changes;
    }
}
