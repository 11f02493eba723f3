package io.carryon.profile.followup;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings a ticket's change into its customer's history; one read, one write
 * (a read more where customers are merged), and the same again changes nothing.
 */
@ApplicationScoped
public class RecordTicketChange {

    /** Changes a customer would notice; the others only move the ticket's state. */
    private static final Set<String> TOLD = Set.of("OPENED", "STATUS_CHANGED");

    private static final int LONGEST_AUTHOR = 200;

    private final Documents documents;
    private final CustomerStore customers;
    private final IssueStore issues;
    private final ReferenceStore references;
    private final Timeline timeline;

    public RecordTicketChange(
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

    /** The issue's own customer is told, also where the ticket names one they were merged into. */
    public void record(TicketChanged received) {
        var read = documents.find(
                List.of(CustomerStore.documentId(received.customerId()), IssueStore.documentId(received.issueId())));
        var issue = issues.find(received.issueId(), read);
        var owner = issue.map(Issue::customerId).orElse(received.customerId());
        var customer =
                owner.equals(received.customerId()) ? customers.evenUnmet(owner, read) : customers.findEvenUnmet(owner);
        var event = customer.map(Customer::isErased).orElse(false) ? received.withoutTexts() : received;
        var ticket = event.state(issue.flatMap(known -> known.ticket(event.ticketId())));
        var month = event.reply() == null
                ? Customer.month(event.at())
                : Timeline.replyMonth(event.reply().replyId(), event.at());
        var told = (event.reply() != null || TOLD.contains(event.change()))
                && customer.map(known -> known.hasRoomToTell(month)).orElse(true);
        var counted = told && !customer.map(known -> known.knows(ticket)).orElse(false);
        var changes = new ArrayList<Change>();
        changes.add(issues.ticketChanged(owner, event.issueId(), ticket));
        changes.add(customers.ticketChanged(
                owner, customer, event.issueId(), ticket, counted ? Optional.of(month) : Optional.empty()));
        changes.add(references.points(ReferenceStore.ticket(event.number()), event.issueId(), owner));
        if (event.formerIssueId() != null) {
            changes.addAll(lost(event.formerIssueId(), event));
        }
        if (told) {
            changes.add(told(owner, event));
        }
        documents.apply(changes);
    }

    private List<Change> lost(UUID formerIssue, TicketChanged event) {
        var owner = issues.find(formerIssue).map(Issue::customerId).orElse(event.customerId());
        var member = customers.findEvenUnmet(owner);
        var lost = (member.map(Customer::isErased).orElse(false) ? event.withoutTexts() : event).lost();
        return List.of(
                issues.ticketChanged(owner, formerIssue, lost),
                customers.ticketChanged(owner, member, formerIssue, lost, Optional.empty()));
    }

    private Change told(UUID customer, TicketChanged event) {
        var reply = event.reply();
        var entry = new TimelineEntry(
                reply == null ? "ticket" : "reply",
                event.at(),
                reply == null ? null : reply.channel(),
                Texts.line(event.subject(), PastContact.LONGEST_SUBJECT),
                reply == null ? null : Texts.line(reply.text(), PastContact.LONGEST_EXCERPT),
                event.issueId(),
                event.number(),
                null,
                reply == null ? null : reply.replyId(),
                event.ticketId(),
                event.change(),
                reply == null ? event.status() : null,
                reply == null ? null : Texts.line(reply.author(), LONGEST_AUTHOR),
                null);
        return reply == null
                ? timeline.ticketChanged(customer, entry, event.revision())
                : timeline.replied(customer, entry);
    }
}
