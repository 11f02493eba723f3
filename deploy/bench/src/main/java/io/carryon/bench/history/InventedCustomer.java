package io.carryon.bench.history;

import io.carryon.profile.card.Arrival;
import io.carryon.profile.card.PreInteractionCard;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.recognition.ContactRecognized;
import io.carryon.profile.recognition.Evidence;
import io.carryon.profile.recognition.RecognizedCustomer;
import io.carryon.profile.recognition.RecognizedIssue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** One customer whose contacts follow from a number: what the profile would have kept of them, in its own records. */
final class InventedCustomer {

    private static final int MOST_CONTACTS_OF_ISSUE = 12;
    private static final int MOST_RECENT = 30;
    private static final int MOST_ISSUES = 20;

    private final Shapes shapes = new Shapes();
    private final Map<String, Document> documents = new TreeMap<>();
    private final int number;
    private final Random random;
    private final UUID id;
    private final KnownHandle address;
    private final Instant since;

    private final List<PastContact> contacts = new ArrayList<>();
    private final Map<String, PastIssue> recentIssues = new LinkedHashMap<>();
    private final Map<String, Integer> months = new LinkedHashMap<>();
    private final Map<String, Integer> told = new LinkedHashMap<>();
    private Issue issue;

    /** @param since when the first contact was received */
    InventedCustomer(int number, Instant since) {
        this.number = number;
        this.random = new Random(number);
        this.id = Ids.customer(number);
        this.since = since;
        var value = "customer%08d@bench.example".formatted(number);
        this.address = new KnownHandle(1, "mailto:" + value, HandleKind.MAILTO, value, "dmarc", since, since);
    }

    /** The documents after contacts {@code from} to before {@code to}, by id. */
    Map<String, Document> after(int from, int to) {
        var at = since;
        for (int contact = from; contact < to; contact++) {
            contact(contact, at);
            at = at.plusSeconds(3_600L + random.nextInt(3_600 * 24 * 60));
        }
        put(address.id(), shapes.fields(new Ownership(id, since, since, "dmarc")));
        put(CustomerStore.documentId(id), shapes.fields(customer()));
        return documents;
    }

    private void contact(int contact, Instant at) {
        var linked = issue != null && random.nextInt(10) < 4;
        var issueId = linked ? issue.id() : Ids.issue(contact);
        var past = new PastContact(
                Ids.contact(contact),
                Words.channel(random),
                at,
                Words.subject(random),
                Words.excerpt(random),
                issueId,
                null);
        var before = contacts.isEmpty() ? Optional.<Customer>empty() : Optional.of(customer());
        var attempt = Words.attempt(past, random);
        keep(past, attempt, before, linked);
        learn(past, attempt, linked);
        ticket(contact, at);
    }

    private void keep(PastContact past, Optional<Attempt> attempt, Optional<Customer> before, boolean linked) {
        var card = PreInteractionCard.freeze(
                new Arrival(past, null, attempt), before, linked ? Optional.of(issue) : Optional.empty());
        var who = new RecognizedCustomer(
                id,
                null,
                null,
                name(),
                before.isEmpty() ? RecognizedCustomer.Match.NONE : RecognizedCustomer.Match.KNOWN,
                since,
                List.of(new RecognizedCustomer.PublishedHandle(
                        address.kind(), address.value(), "verified", address.method())));
        var what = new RecognizedIssue(
                past.issueId(),
                linked ? RecognizedIssue.Decision.LINK : RecognizedIssue.Decision.NEW,
                card.issueHistory().contactNumber(),
                List.of(new Evidence(linked ? "ticket-number" : "nothing-matched", "invented for a benchmark")),
                List.of(),
                null);
        put(
                ContactRecords.documentId(past.contactId()),
                shapes.fields(new ContactRecord(
                        past.contactId(),
                        past.contactId(),
                        id,
                        address.id(),
                        past,
                        shapes.fields(new ContactRecognized(who, what, card, null)),
                        null,
                        null)));
    }

    private void learn(PastContact past, Optional<Attempt> attempt, boolean linked) {
        var known = linked ? issue : null;
        issue = new Issue(
                past.issueId(),
                id,
                known == null ? past.subject() : known.subject(),
                known == null ? past.channel() : known.channel(),
                known == null ? past.at() : known.openedAt(),
                known == null ? 1 : known.contactCount() + 1,
                Words.last(known == null ? List.of() : known.contacts(), past, MOST_CONTACTS_OF_ISSUE),
                known == null ? Map.of() : known.tickets(),
                null,
                null,
                attempt.map(tried -> Words.last(known == null ? List.of() : known.attempts(), tried, 5))
                        .orElse(known == null ? List.of() : known.attempts()));
        contacts.add(past);
        months.merge(Customer.month(past.at()).toString(), 1, Integer::sum);
        timeline(past.at(), past.contactId().toString(), Words.entry(past));
    }

    /** Most contacts are answered, one in three tickets is still open. */
    private void ticket(int contact, Instant at) {
        var opened = issue.latestTicket();
        var ticket = opened.map(TicketState::ticketId).orElse(Ids.ticket(contact));
        var label = opened.map(TicketState::number).orElse("%09d".formatted(contact));
        var work = Words.answered(opened, at, random);
        var state = new TicketState(
                        opened.map(TicketState::openedAt).orElse(at.toEpochMilli()),
                        opened.map(TicketState::revision).orElse(0L) + 3,
                        ticket,
                        label,
                        random.nextInt(3) == 0 ? "OPEN" : "RESOLVED",
                        issue.subject(),
                        "agent-" + random.nextInt(40))
                .with(work);
        issue = new Issue(
                issue.id(),
                id,
                issue.subject(),
                issue.channel(),
                issue.openedAt(),
                issue.contactCount(),
                issue.contacts(),
                Map.of(ticket.toString(), state),
                null,
                null,
                issue.attempts());
        put(IssueStore.documentId(issue.id()), shapes.fields(issue));
        put(ReferenceStore.ticket(label), shapes.fields(new Reference(issue.id(), id)));
        recentIssues.remove(issue.id().toString());
        recentIssues.put(issue.id().toString(), new PastIssue(issue.id(), issue.subject(), at, state));
        while (recentIssues.size() > MOST_ISSUES) {
            recentIssues.remove(recentIssues.keySet().iterator().next());
        }
        var reply = Ids.reply(contact);
        told.merge(Customer.month(work.lastReplyAt()).toString(), 1, Integer::sum);
        months.putIfAbsent(Customer.month(work.lastReplyAt()).toString(), 0);
        timeline(work.lastReplyAt(), reply.toString(), Words.reply(reply, state, issue.id(), work));
    }

    private void timeline(Instant at, String key, TimelineEntry entry) {
        var month = documents.computeIfAbsent(
                Timeline.documentId(id, Customer.month(at)),
                document -> new Document("_id", document).append("entries", new Document()));
        month.get("entries", Document.class).append(key, new Document(shapes.fields(entry)));
    }

    private Customer customer() {
        var key = UUID.nameUUIDFromBytes(address.id().getBytes(StandardCharsets.UTF_8));
        return new Customer(
                id,
                name(),
                since,
                contacts.size(),
                Map.of(key.toString(), address),
                contacts.subList(Math.max(0, contacts.size() - MOST_RECENT), contacts.size()),
                recentIssues,
                months,
                told);
    }

    private String name() {
        return "Customer %d".formatted(number);
    }

    private void put(String document, Map<String, Object> fields) {
        var stored = new Document("_id", document);
        stored.putAll(fields);
        documents.put(document, stored);
    }
}
