package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a recognized contact changes in what we know, each change harmless when made again. */
@ApplicationScoped
public class ContactEffects {

    private static final int LONGEST_NAME = 200;

    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final Timeline timeline;

    public ContactEffects(CustomerStore customers, IssueStore issues, ReferenceStore references, Timeline timeline) {
        this.customers = customers;
        this.issues = issues;
        this.references = references;
        this.timeline = timeline;
    }

    /**
     * All of them, to be sent as one write.
     *
     * @param customer as just read, or empty on the first contact
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
                record.customerId(),
                customer,
                record.contact(),
                Texts.line(contact.sender().name(), LONGEST_NAME),
                found.handles()));
        changes.add(issues.contactMade(record.customerId(), issue, record.contact()));
        var month = Customer.month(record.contact().at());
        if (customer.map(known -> known.hasRoomForContact(month)).orElse(true)) {
            changes.add(timeline.contactMade(record.customerId(), record.contact()));
        }
        var messageId = contact.thread().messageId();
        if (messageId != null && !messageId.isBlank()) {
            changes.add(references.points(
                    ReferenceStore.message(messageId), record.contact().issueId(), record.customerId()));
        }
        return changes;
    }
}
