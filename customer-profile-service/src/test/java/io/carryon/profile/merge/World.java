package io.carryon.profile.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActKind;
import io.carryon.profile.acts.Actor;
import io.carryon.profile.acts.Acts;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.MovedContactCounts;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Wiring;
import io.carryon.profile.recognition.ContactReceived;
import io.carryon.profile.recognition.OneMeaning;
import io.carryon.profile.recognition.RecognizeContact;
import io.carryon.profile.recognition.RecognizedPublisher;
import io.carryon.profile.recognition.UnheardPublisher;
import io.carryon.profile.recognition.answer.AnswerLink;
import io.carryon.profile.recognition.answer.LinkAnswer;
import io.carryon.profile.recognition.answer.LinkAnswer.Verdict;
import io.carryon.profile.recognition.answer.LinkedPublisher;
import io.carryon.profile.recognition.answer.UnheardLinks;
import io.carryon.profile.recognition.meaning.Meanings;
import io.carryon.profile.recognition.training.ContactText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service's own code over a database, without broker and REST: contacts come in, customers are merged. */
final class World {

    static final Instant START = Instant.parse("2026-10-05T08:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** What was published about merges, in its order. */
    final List<CustomerChanged> changes = new ArrayList<>();

    private final Wiring wiring;
    private final Acts acts;

    World(Documents documents) {
        this(documents, new Wiring());
    }

    private World(Documents documents, Wiring parts) {
        wiring = parts.with(Documents.class, documents)
                .with(Clock.class, Clock.fixed(START, ZoneOffset.UTC))
                .with(MeterRegistry.class, new SimpleMeterRegistry())
                .with(ObjectMapper.class, JSON)
                .with(Meanings.class, new OneMeaning())
                .with(RecognizedPublisher.class, new UnheardPublisher())
                .with(ContactText.class, (ContactText) (member, contacts) -> Map.of())
                .with(LinkedPublisher.class, new UnheardLinks())
                .with(CustomerChangedPublisher.class, new Heard());
        acts = new Acts(
                documents,
                wiring.get(Shapes.class),
                List.<ActKind>of(wiring.get(CustomerMerge.class), wiring.get(CustomerUnmerge.class)));
    }

    /** One whose issues only count what was moved to and from them. */
    static World thatOnlyCounts(Documents documents) {
        var parts = new Wiring().with(Documents.class, documents);
        var counts = new MovedContactCounts(documents, parts.get(IssueStore.class), parts.get(ContactRecords.class)) {
            @Override
            protected int kept() {
                return 0;
            }
        };
        return new World(documents, parts.with(MovedContactCounts.class, counts));
    }

    private final class Heard extends CustomerChangedPublisher {

        Heard() {
            super(null, JSON);
        }

        @Override
        public void publish(CustomerChanged event) {
            changes.add(event);
        }
    }

    static String messageId(UUID contact) {
        return "<" + contact + "@example.com>";
    }

    /**
     * A mail comes in.
     *
     * @param about the mail it answers, or null
     */
    void contact(UUID id, String from, Instant at, UUID about) {
        var mail = Contacts.mail(id, from, "Subject-of-" + id).put("text", "."); // without words only threads decide
        mail.put("receivedAt", at.toString()).put("occurredAt", at.toString());
        Contacts.thread(mail).put("messageId", messageId(id));
        if (about != null) {
            Contacts.thread(mail).withArray("inReplyTo").add(messageId(about));
        }
        wiring.get(RecognizeContact.class).recognize(read(mail), mail);
    }

    /** A mail that names what it is about, and answers none. */
    void about(UUID id, String from, Instant at, String subject) {
        var mail = Contacts.mail(id, from, subject).put("text", subject + ".");
        mail.put("receivedAt", at.toString()).put("occurredAt", at.toString());
        wiring.get(RecognizeContact.class).recognize(read(mail), mail);
    }

    MergeAnswer merge(UUID act, UUID customer, UUID into) {
        var request = Map.<String, Object>of(CustomerMerge.INTO, into.toString(), CustomerMerge.REASON, "the same");
        return acts.perform(asked(act, CustomerMerge.KIND, customer, request), MergeAnswer.class);
    }

    MergeAnswer unmerge(UUID act, UUID customer) {
        return acts.perform(asked(act, CustomerUnmerge.KIND, customer, Map.of()), MergeAnswer.class);
    }

    /** Staff say at the given time that the contact is about the issue. */
    void confirm(UUID act, UUID contact, UUID issue, Instant at) {
        wiring.get(AnswerLink.class).carryOut(new LinkAnswer(act, contact, Verdict.SAME, issue, true, "Amy", at));
    }

    /** Staff say at the given time that it is not. */
    void reject(UUID act, UUID contact, UUID issue, Instant at) {
        wiring.get(AnswerLink.class).carryOut(new LinkAnswer(act, contact, Verdict.OTHER, issue, true, "Amy", at));
    }

    private static Act asked(UUID act, String kind, UUID customer, Map<String, Object> request) {
        return new Act(act, kind, customer, START, Actor.staff("amy", "Amy"), request);
    }

    /** Who is shown under the id. */
    Customer shown(UUID customer) {
        return wiring.get(CustomerStore.class).find(customer).orElseThrow();
    }

    /** The customer by themselves. */
    Customer member(UUID customer) {
        return wiring.get(CustomerStore.class).findEvenUnmet(customer).orElseThrow();
    }

    Issue issue(UUID issue) {
        return wiring.get(IssueStore.class).find(issue).orElseThrow();
    }

    <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    private static ContactReceived read(ObjectNode mail) {
        try {
            return JSON.treeToValue(mail, ContactReceived.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
