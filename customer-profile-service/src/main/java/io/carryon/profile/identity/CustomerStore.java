package io.carryon.profile.identity;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Keeps one document a customer; every change of it is one atomic update that several may make at once. */
@ApplicationScoped
public class CustomerStore {

    private final Documents documents;
    private final Shapes shapes;

    public CustomerStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public static String documentId(UUID customer) {
        return "customer:" + customer;
    }

    /** Empty when there is no such customer, or only a ticket is known of them yet. */
    public Optional<Customer> find(UUID customer) {
        return documents.find(documentId(customer)).flatMap(this::customer);
    }

    /** Whatever is known, be it only a ticket. */
    public Optional<Customer> findEvenUnmet(UUID customer) {
        return documents.find(documentId(customer)).flatMap(found -> shapes.readIfFound(found, Customer.class));
    }

    /** The customer among documents already read. */
    public Optional<Customer> find(UUID customer, Map<String, Document> read) {
        return Optional.ofNullable(read.get(documentId(customer))).flatMap(this::customer);
    }

    /**
     * Counts a contact and remembers it, once: a redelivered one is among the recent ones of {@code before}.
     *
     * @param before the customer as just read, or empty for a new one
     */
    public Change contactMade(
            UUID customer, Optional<Customer> before, PastContact contact, String name, List<KnownHandle> handles) {
        var change = Change.of(documentId(customer)).setOnInsert("id", customer.toString());
        if (before.isEmpty()) {
            // Of several first contacts at once, the earliest counts.
            change.min("since", contact.at().toString());
        }
        if (name != null && before.map(Customer::name).isEmpty()) {
            change.set("name", name);
        }
        addHandles(change, before, handles);
        forgetIssues(change, before, contact.issueId());
        var issue = "issues." + contact.issueId();
        if (before.isPresent() && before.get().remembers(contact.contactId())) {
            return change;
        }
        change.set(issue + ".issueId", contact.issueId().toString())
                .set(issue + ".lastContactAt", contact.at().toString());
        if (contact.subject() != null
                && before.map(known -> known.issues().get(contact.issueId().toString()))
                        .map(PastIssue::subject)
                        .isEmpty()) {
            change.set(issue + ".subject", contact.subject());
        }
        return change.increment("contactCount")
                .increment("months." + Customer.month(contact.at()))
                .append("recentContacts", shapes.fields(contact), Customer.MOST_CONTACTS);
    }

    /**
     * Keeps the ticket's state on the customer; an older revision changes nothing, and neither does a closed ticket of
     * an issue that is not among the customer's recent ones.
     *
     * @param before the customer as just read, be it only a ticket that is known of them
     * @param told the month whose timeline takes an entry about it, or empty
     */
    public Change ticketChanged(
            UUID customer, Optional<Customer> before, UUID issue, TicketState ticket, Optional<YearMonth> told) {
        var change = Change.of(documentId(customer));
        if (ticket.isOpen() || before.map(known -> known.isRecent(issue)).orElse(false)) {
            change.set("issues." + issue + ".issueId", issue.toString())
                    .max("issues." + issue + ".ticket", shapes.fields(ticket));
            forgetIssues(change, before, issue);
        }
        // The month is listed among those that have a timeline even if no contact was made in it.
        told.ifPresent(month -> change.max("months." + month, 0).increment("told." + month));
        return change.isEmpty() ? change : change.setOnInsert("id", customer.toString());
    }

    private static void forgetIssues(Change change, Optional<Customer> before, UUID issue) {
        before.map(known -> known.forgettableBeside(issue))
                .orElse(List.of())
                .forEach(key -> change.unset("issues." + key));
    }

    private void addHandles(Change change, Optional<Customer> before, List<KnownHandle> handles) {
        var room = Customer.MOST_HANDLES
                - before.map(known -> known.handles().size()).orElse(0);
        for (var handle : handles) {
            var key = Customer.key(handle.id());
            var known = before.map(customer -> customer.handles().get(key));
            if (known.isPresent() ? known.get().rank() < handle.rank() : room-- > 0) {
                change.max("handles." + key, shapes.fields(handle));
            }
        }
    }

    private Optional<Customer> customer(Document document) {
        // A ticket that staff opened for someone who never contacted us makes a document without a beginning.
        return document.containsKey("since") ? shapes.readIfFound(document, Customer.class) : Optional.empty();
    }
}
