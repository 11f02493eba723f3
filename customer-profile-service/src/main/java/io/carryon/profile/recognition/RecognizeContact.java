package io.carryon.profile.recognition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.card.PreInteractionCard;
import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleNormalization;
import io.carryon.profile.recognition.RecognitionTime.Way;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.reading.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Recognizes whose contact it is and what it is about, keeps it, and publishes it.
 *
 * <p>The order makes it safe to stop anywhere: the record with the decision first, then effects that change nothing
 * the second time, then the event. A message delivered again finds the record and goes on from there.
 */
@ApplicationScoped
public class RecognizeContact {

    private final Documents documents;
    private final Shapes shapes;
    private final HandleNormalization normalization;
    private final CustomerRecognition customers;
    private final Background background;
    private final ContactRecords records;
    private final ContactQuestion question;
    private final ContactEffects effects;
    private final ContactLookalikes lookalikes;
    private final EarlierIssues earlier;
    private final RecognizedPublisher publisher;
    private final MeterRegistry metrics;
    private final RecognitionTime time;
    private final FurtherWords further;
    private final IssueRecognition issues = new IssueRecognition(ExplicitEvidence.inOrder());

    public RecognizeContact(
            Documents documents,
            Shapes shapes,
            HandleNormalization normalization,
            CustomerRecognition customers,
            Background background,
            ContactRecords records,
            ContactQuestion question,
            ContactEffects effects,
            ContactLookalikes lookalikes,
            EarlierIssues earlier,
            RecognizedPublisher publisher,
            MeterRegistry metrics,
            RecognitionTime time,
            FurtherWords further) {
        this.documents = documents;
        this.shapes = shapes;
        this.normalization = normalization;
        this.customers = customers;
        this.background = background;
        this.records = records;
        this.question = question;
        this.effects = effects;
        this.lookalikes = lookalikes;
        this.earlier = earlier;
        this.publisher = publisher;
        this.metrics = metrics;
        this.time = time;
        this.further = further;
    }

    /** @param whole the event as it came, with what this service does not read */
    public void recognize(ContactReceived received, ObjectNode whole) {
        var started = System.nanoTime();
        var reading = earlier.read(received);
        var contact = received.in(reading.language());
        var handles = ContactHandle.of(contact, normalization);
        var read = documents.find(background.idsOf(contact, handles));
        var done = records.find(contact.contactId(), read)
                .map(standing -> new Done(again(contact, reading, handles, read, standing), Way.KNOWN))
                .orElseGet(() -> first(contact, reading, handles, read));
        time.record(done.way(), started);
        if (!done.record().isErased()) {
            publisher.publish(contact, whole, handles, done.record());
        }
    }

    private record Done(ContactRecord record, Way way) {}

    private Done first(
            ContactReceived contact, Reading reading, List<ContactHandle> handles, Map<String, Document> read) {
        var found = customers.recognize(contact.contactId(), contact.senderName(), handles, read, contact.receivedAt());
        var before = background.inquire(contact, found.customerId(), read);
        if (before.member().map(Customer::isErased).orElse(false)) {
            customers.release(found, handles, contact.senderName());
            return first(contact, reading, handles, documents.find(background.idsOf(contact, handles)));
        }
        var inquiry = earlier.consider(
                before,
                reading,
                new Viewpoint(
                        contact.contactId(),
                        contact.receivedAt(),
                        false,
                        contact.menu(found.lead().handle().id())));
        var decision = issues.recognize(inquiry);
        var linked = Optional.ofNullable(inquiry.issues().get(decision.id()));
        var issue = decision.about(
                contact.chosenTopic().or(() -> linked.map(Issue::topic)).orElse(null));
        var card = PreInteractionCard.freeze(contact.arrival(issue.id()), inquiry.customer(), linked);
        var asked =
                question.about(contact, found.lead().verified(), inquiry, issue).orElse(null);
        var decided = new ContactRecognized(
                RecognizedCustomer.of(found, inquiry.customer(), contact), issue, card.asking(asked), asked);
        var record = records.write(new ContactRecord(
                contact.contactId(),
                contact.entryId(),
                found.customerId(),
                found.lead().handle().id(),
                contact.summary(issue.id()),
                shapes.fields(decided),
                ReferenceStore.ofMessage(contact.thread().messageId()).orElse(null),
                inquiry.unseenThread().orElse(null)));
        var changes = new ArrayList<>(effects.of(contact, found, record, inquiry.member(), linked));
        if (lookalikes.isNews(handles, found, read)) {
            changes.addAll(lookalikes.changes(contact, handles, found, inquiry.customer(), read));
        }
        changes.addAll(remembered(contact, record, inquiry.memories(), inquiry.considered()));
        documents.apply(changes);
        metrics.counter(
                        "carryon.contacts.recognized",
                        "channel",
                        contact.channel(),
                        "decision",
                        issue.decision().name())
                .increment();
        return new Done(record, Way.of(inquiry.considered()));
    }

    /**
     * A later message of a known contact changes nothing unless it tells what was said on a call or belongs to the first
     * turn of a chat; its first one, come again, may not have been finished.
     */
    private ContactRecord again(
            ContactReceived contact,
            Reading reading,
            List<ContactHandle> handles,
            Map<String, Document> read,
            ContactRecord record) {
        if (record.isErased()) {
            return record;
        }
        if (!record.entryId().equals(contact.entryId())) {
            return further.listenTo(contact, record) ? further.hear(contact, reading, handles, read, record) : record;
        }
        var before = background.of(record);
        if (before.customer().map(Customer::isErased).orElse(false)) {
            return records.forgotten(record);
        }
        var found = customers.recognize(contact.contactId(), contact.senderName(), handles, read, contact.receivedAt());
        var changes = new ArrayList<>(effects.of(contact, found, record, before.customer(), before.issue()));
        changes.addAll(lookalikes.changes(contact, handles, found, before.customer(), read));
        var considered = Considered.unlinked(reading);
        changes.addAll(remembered(contact, record, Map.of(record.customerId(), before.memory()), considered));
        documents.apply(changes);
        return record;
    }

    private List<Change> remembered(
            ContactReceived contact, ContactRecord record, Map<UUID, Memory> before, Considered considered) {
        return earlier.remembered(
                record.customerId(),
                before,
                RememberedContact.of(
                        contact.contactId(),
                        record.contact().issueId(),
                        contact.receivedAt(),
                        contact.channel(),
                        considered.reading(),
                        considered.vector(),
                        contact.menu(record.handleId())),
                considered);
    }
}
