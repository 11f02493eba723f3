package io.carryon.profile.identity;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** Keeps one document a customer; every change of it is one atomic update that several may make at once. */
@ApplicationScoped
public class CustomerStore {

    private static final int LONGEST_LANGUAGE = 35;

    private final Documents documents;
    private final Shapes shapes;

    public CustomerStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public static String documentId(UUID customer) {
        return "customer:" + customer;
    }

    /**
     * The customer who is shown under the id, with all that their group brings; one read, two where there is a group.
     * Empty when there is no such customer, or only a ticket is known of them yet.
     */
    public Optional<Customer> find(UUID customer) {
        return shown(customer, documents.find(List.of(documentId(customer))));
    }

    /** The same where the customer's own document is among those already read: no read, one where there is a group. */
    public Optional<Customer> shown(UUID customer, Map<String, Document> read) {
        var own = evenUnmet(customer, read);
        var group = own.map(Customer::group).filter(joined -> joined.members().size() > 1);
        return group.map(this::shown).or(() -> own).filter(Customer::isMet);
    }

    /** Whatever is known of the one customer by themselves, be it only a ticket. */
    public Optional<Customer> findEvenUnmet(UUID customer) {
        return evenUnmet(customer, documents.find(List.of(documentId(customer))));
    }

    /** The same, by id, of those there are. */
    public Map<UUID, Customer> findEvenUnmet(Collection<UUID> customers) {
        var read =
                documents.find(customers.stream().map(CustomerStore::documentId).toList());
        var found = new HashMap<UUID, Customer>();
        customers.forEach(id -> evenUnmet(id, read).ifPresent(customer -> found.put(id, customer)));
        return found;
    }

    /** The one customer by themselves among documents already read. */
    public Optional<Customer> find(UUID customer, Map<String, Document> read) {
        return evenUnmet(customer, read).filter(Customer::isMet);
    }

    /** Whatever is known of the one customer by themselves among documents already read. */
    public Optional<Customer> evenUnmet(UUID customer, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId(customer)), Customer.class);
    }

    /** Puts the customer into the group, unless a later change put them into another. */
    public Change joined(UUID customer, Group group) {
        return Change.of(documentId(customer))
                .setOnInsert("id", customer.toString())
                .max("group", shapes.fields(group.asOf(customer)));
    }

    /** Says that the customer is erased; the first time counts. */
    public static Change erased(UUID customer, Instant at) {
        return Change.of(documentId(customer)).min("erasedAt", at.toString());
    }

    /** Counts a contact that was linked to an issue of another member of the group. */
    public static Change linkedAcross(UUID member) {
        return Change.of(documentId(member)).increment("across");
    }

    /**
     * A contact of the customer is about another issue now.
     *
     * @param before the customer as just read
     * @param to that issue, as it is to stand on the customer
     */
    public Change relinked(Customer before, UUID contact, PastIssue to) {
        var issue = "issues." + to.issueId();
        var change = Change.of(documentId(before.id()))
                .set("relinked." + contact, to.issueId().toString())
                .set(issue + ".issueId", to.issueId().toString())
                .max(issue + ".lastContactAt", to.lastContactAt().toString());
        if (to.subject() != null) {
            change.set(issue + ".subject", to.subject());
        }
        // Only what is read together with the recent contacts is needed here.
        before.relinked().keySet().stream()
                .filter(moved -> !moved.equals(contact.toString()) && !before.remembers(UUID.fromString(moved)))
                .forEach(old -> change.unset("relinked." + old));
        return change;
    }

    /** Remembers the language of a contact; changes nothing where it is the known one or is not known itself. */
    public Change spoke(UUID customer, Optional<Customer> before, Optional<String> language) {
        var change = Change.of(documentId(customer));
        language.filter(spoken ->
                        before.map(Customer::language).filter(spoken::equals).isEmpty())
                .ifPresent(spoken -> change.set("language", Texts.cut(spoken, LONGEST_LANGUAGE)));
        return change;
    }

    /**
     * Remembers which pairs of issues were said not to be the same; beyond {@value Customer#MOST_REJECTED_LINKS} the
     * oldest are forgotten.
     *
     * @param pairs as {@link Customer#pair} names them
     * @param withdrawn pairs of which it was said before and is no more
     * @param at milliseconds since 1970
     */
    public Change rejected(Customer before, Set<String> pairs, Set<String> withdrawn, long at) {
        var change = Change.of(documentId(before.id()));
        pairs.forEach(pair -> change.set("rejectedLinks." + pair, at));
        withdrawn.stream().filter(pair -> !pairs.contains(pair)).forEach(pair -> change.unset("rejectedLinks." + pair));
        before.rejectedLinks().entrySet().stream()
                .filter(known -> !pairs.contains(known.getKey()) && !withdrawn.contains(known.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .skip(Math.max(0, Customer.MOST_REJECTED_LINKS - pairs.size()))
                .forEach(old -> change.unset("rejectedLinks." + old.getKey()));
        return change;
    }

    /** The issue stands on the customer no more. */
    public Change forgotten(UUID customer, UUID issue) {
        return Change.of(documentId(customer)).unset("issues." + issue);
    }

    private Customer shown(Group group) {
        var members = findEvenUnmet(group.members());
        return CustomerUnion.of(
                group,
                group.members().stream()
                        .map(members::get)
                        .filter(Objects::nonNull)
                        .toList());
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

    /** Sets what the customer is worth to us; the last one counts. */
    public void setTier(UUID customer, Tier tier) {
        set(customer, "tier", shapes.fields(new OfTier(tier)).get("tier"));
    }

    /** Sets how the customer wants to be served, all of it; the last one counts. */
    public void setPreferences(UUID customer, Preferences preferences) {
        set(customer, "preferences", shapes.fields(preferences));
    }

    private record OfTier(Tier tier) {}

    private void set(UUID customer, String field, Object value) {
        documents.apply(List.of(Change.of(documentId(customer)).set(field, value)));
    }

    private static void forgetIssues(Change change, Optional<Customer> before, UUID issue) {
        before.map(known -> PastIssue.forgettable(known.issues(), issue))
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
}
