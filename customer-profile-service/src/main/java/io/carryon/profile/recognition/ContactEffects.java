package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a recognized contact changes in what we know, each change harmless when made again. */
@ApplicationScoped
public class ContactEffects {

    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final Timeline timeline;
    private final AcrossLinks across;

    public ContactEffects(
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
     * All of them, to be sent as one write.
     *
     * @param customer the member whose handle it came from, as just read, or empty on the first contact
     * @param issue as just read, or empty when it is new
     */
    List<Change> of(
            ContactReceived contact,
            CustomerRecognition.Found found,
            ContactRecord record,
            Optional<Customer> customer,
            Optional<Issue> issue) {
        var changes = new ArrayList<>(found.changes());
        changes.add(customers.contactMade(
                record.customerId(), customer, record.contact(), contact.senderName(), found.handles()));
        changes.add(customers.spoke(record.customerId(), customer, contact.tongue()));
        if (!record.leftLongAgo()) {
            changes.add(issues.contactMade(
                    record.customerId(), issue, record.contact(), contact.attempt(), contact.chosenTopic()));
            issue.ifPresent(linked -> changes.addAll(across.linked(record, customer, linked)));
        }
        var month = Customer.month(record.contact().at());
        if (customer.map(known -> known.hasRoomForContact(month)).orElse(true)) {
            var now = record.contact().withIssue(record.issueId());
            var told = issue.map(known -> known.now(now)).orElse(now);
            changes.add(timeline.contactMade(record.customerId(), told));
        }
        if (record.reference() != null) {
            changes.add(references.points(record.reference(), record.contact().issueId(), record.customerId()));
        }
        if (record.thread() != null) {
            changes.add(references.points(record.thread(), record.contact().issueId(), record.customerId()));
        }
        return changes;
    }
}
