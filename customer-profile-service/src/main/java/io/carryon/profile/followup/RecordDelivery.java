package io.carryon.profile.followup;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Keeps what became of a reply, and to which issue an answer to it belongs. */
@ApplicationScoped
public class RecordDelivery {

    private static final int LONGEST_REASON = 300;

    private final Documents documents;
    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final Timeline timeline;

    public RecordDelivery(
            Documents documents,
            CustomerStore customers,
            IssueStore issues,
            ReferenceStore references,
            Timeline timeline) {
        this.documents = documents;
        this.customers = customers;
        this.issues = issues;
        this.references = references;
        this.timeline = timeline;
    }

    /** @throws IllegalStateException for an issue that this service never gave out */
    public void record(DeliveryOutcome event) {
        var issue = issues.find(event.issueId())
                .orElseThrow(() -> new IllegalStateException("there is no issue " + event.issueId()));
        var customer = customers.findEvenUnmet(issue.customerId());
        // The reason of a failure often names the address.
        var isErased = customer.map(Customer::isErased).orElse(false);
        var delivery = new TimelineEntry.Delivery(
                event.at().toEpochMilli(),
                event.outcome(),
                isErased ? null : Texts.line(event.reason(), LONGEST_REASON));
        var changes = new ArrayList<Change>();
        if (isTold(issue.customerId(), customer, event)) {
            changes.add(timeline.delivered(issue.customerId(), event.replyId(), event.at(), delivery));
        }
        if (event.messageId() != null && !event.messageId().isBlank()) {
            changes.add(references.points(ReferenceStore.message(event.messageId()), issue.id(), issue.customerId()));
        }
        documents.apply(changes);
    }

    /** It may come before its reply, but a month that takes no more replies takes it only where its reply stands. */
    private boolean isTold(UUID customer, Optional<Customer> known, DeliveryOutcome event) {
        var month = Timeline.replyMonth(event.replyId(), event.at());
        return known.map(told -> told.hasRoomToTell(month)).orElse(true)
                || timeline.month(customer, month).containsKey(event.replyId().toString());
    }
}
