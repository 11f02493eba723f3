package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/**
 * Everything between a customer and us, one document a customer and month ({@code timeline:<customer>/2026-11}).
 *
 * <p>Entries are a map by their own ids, so that writing one again changes nothing. An entry is below 4 kB and a
 * month takes {@link Customer#MOST_A_MONTH} contacts and as many replies and ticket changes, each kind without crowding
 * out the other, so that a month stays below 8 MB, half of what a document may have.
 */
@ApplicationScoped
public class Timeline {

    private final Documents documents;
    private final Shapes shapes;

    public Timeline(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public static String documentId(UUID customer, YearMonth month) {
        return "timeline:" + customer + "/" + month;
    }

    public Change contactMade(UUID customer, PastContact contact) {
        var entry = new TimelineEntry(
                "contact",
                contact.at(),
                contact.channel(),
                contact.subject(),
                contact.excerpt(),
                contact.issueId(),
                null,
                contact.contactId(),
                null,
                null,
                null,
                null,
                null,
                null);
        return Change.of(documentId(customer, Customer.month(contact.at())))
                .set("entries." + contact.contactId(), shapes.fields(entry));
    }

    /** A change of a ticket; {@code revision} tells it from the ticket's other changes. */
    public Change ticketChanged(UUID customer, TimelineEntry entry, long revision) {
        return Change.of(documentId(customer, Customer.month(entry.at())))
                .set("entries." + entry.ticketId() + ":" + revision, shapes.fields(entry));
    }

    /** A reply; what became of it may have come before. */
    public Change replied(UUID customer, TimelineEntry entry) {
        var change = Change.of(documentId(customer, replyMonth(entry.replyId(), entry.at())));
        shapes.fields(entry).forEach((field, value) -> change.set("entries." + entry.replyId() + "." + field, value));
        return change;
    }

    /** What became of a reply, put where the reply is or will be. */
    public Change delivered(UUID customer, UUID reply, Instant at, TimelineEntry.Delivery delivery) {
        return Change.of(documentId(customer, replyMonth(reply, at)))
                .max("entries." + reply + ".delivery", shapes.fields(delivery));
    }

    /** A contact's entry, if it has one, is about another issue now. */
    public Change moved(UUID customer, PastContact contact, UUID issue) {
        return Change.of(documentId(customer, Customer.month(contact.at())))
                .set("entries." + contact.contactId() + ".issueId", issue.toString());
    }

    /** A month's entries by their keys; a delivery whose reply is not known yet is left out. */
    public Map<String, TimelineEntry> month(UUID customer, YearMonth month) {
        return months(List.of(customer), List.of(month)).get(month);
    }

    /** Entries of several months of several customers in one read, of each month as {@link #month} gives them. */
    public Map<YearMonth, Map<String, TimelineEntry>> months(List<UUID> customers, List<YearMonth> months) {
        var read = documents.find(months.stream()
                .flatMap(month -> customers.stream().map(customer -> documentId(customer, month)))
                .toList());
        var entries = new HashMap<YearMonth, Map<String, TimelineEntry>>();
        for (var month : months) {
            var all = new TreeMap<String, TimelineEntry>();
            customers.forEach(customer -> all.putAll(entries(read.get(documentId(customer, month)))));
            entries.put(month, all);
        }
        return entries;
    }

    private Map<String, TimelineEntry> entries(Document month) {
        var entries = new TreeMap<String, TimelineEntry>();
        if (month != null && month.get("entries") instanceof Document stored) {
            stored.forEach((key, fields) -> {
                var entry = shapes.read((Document) fields, TimelineEntry.class);
                if (entry.at() != null) {
                    entries.put(key, entry);
                }
            });
        }
        return entries;
    }

    /** The reply's own id tells its month (UUIDv7), so that its delivery, perhaps a month later, finds it. */
    public static YearMonth replyMonth(UUID reply, Instant otherwise) {
        return Customer.month(
                reply.version() == 7 ? Instant.ofEpochMilli(reply.getMostSignificantBits() >>> 16) : otherwise);
    }
}
