package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.recognition.linking.Comparison;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.KnownContact;
import io.carryon.profile.recognition.linking.KnownIssue;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.meaning.MeaningUnavailableException;
import io.carryon.profile.recognition.meaning.Meanings;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.MemoryStore;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import io.carryon.profile.recognition.reading.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a contact against what its customer said before. */
@ApplicationScoped
public class EarlierIssues {

    private final IssueStore issues;
    private final MemoryStore memories;
    private final Meanings meanings;
    private final ContactReader reader = new ContactReader(new LanguageGuess());
    private final IssueLinker linker;
    private final RoomAcross room;

    public EarlierIssues(IssueStore issues, MemoryStore memories, Meanings meanings, LinkingConfig config) {
        this.issues = issues;
        this.memories = memories;
        this.meanings = meanings;
        this.room = new RoomAcross(issues);
        this.linker = new IssueLinker(
                LinkModel.shipped(),
                new LinkingPolicy(
                        config.sameIssueFor(),
                        config.recurrenceAfter(),
                        config.linkFrom(),
                        config.askFrom(),
                        config.replyFrom()));
    }

    /** What the contact says, read once whatever is done with it. */
    public Reading read(ContactReceived contact) {
        return reader.read(ContactWords.of(contact), contact.language());
    }

    /**
     * The inquiry with what follows from the customer's history; one read where it links to an issue that the contact
     * does not name itself.
     */
    Inquiry consider(Inquiry inquiry, Reading reading) {
        var customer = inquiry.customer();
        if (customer.isEmpty() || inquiry.namesOwnTicket()) {
            return inquiry.with(Considered.unlinked(reading));
        }
        var known = new Known(inquiry, customer.get());
        var answered = inquiry.answeredIssue();
        if (known.issues.isEmpty() || answered.filter(id -> !known.has(id)).isPresent()) {
            return inquiry.with(Considered.unlinked(reading));
        }
        var own = known.lazily(inquiry.contact().contactId(), reading.meaning(), null);
        var contact = new KnownContact(
                inquiry.contact().contactId(),
                inquiry.contact().receivedAt(),
                inquiry.contact().channel(),
                reading,
                own::get);
        Linking linking;
        try {
            linking = allowed(
                    customer.get(),
                    linker.link(new Comparison(
                            contact,
                            answered.orElse(null),
                            known.issues,
                            customerNumbers(customer.get()),
                            phones(customer.get()),
                            linker.terms())));
        } catch (MeaningUnavailableException e) {
            // Said once at the start; a contact must not wait for it.
            return inquiry.with(Considered.unlinked(reading));
        }
        linking = room.within(inquiry, linking);
        var considered = new Considered(reading, linking, own.encoded(), known.late());
        return inquiry.with(considered, linked(inquiry, linking));
    }

    private Optional<Issue> linked(Inquiry inquiry, Linking linking) {
        if (linking.decision() != Linking.Decision.LINK) {
            return Optional.empty();
        }
        var id = linking.candidates().getFirst().issue().id();
        return Optional.ofNullable(inquiry.issues().get(id)).or(() -> issues.find(id));
    }

    /** A pair that the customer or staff said is not the same is never offered again. */
    private static Linking allowed(Customer customer, Linking linking) {
        var allowed = new ArrayList<Linking.Scored>();
        for (var candidate : linking.candidates()) {
            if (allowed.stream()
                    .noneMatch(likelier -> customer.hasRejected(
                            likelier.issue().id(), candidate.issue().id()))) {
                allowed.add(candidate);
            }
        }
        return new Linking(linking.decision(), List.copyOf(allowed), linking.best(), linking.evidence());
    }

    private static Set<String> customerNumbers(Customer customer) {
        return customer.knownHandles().stream()
                .filter(handle -> handle.kind() == HandleKind.ACCOUNT)
                .map(KnownHandle::value)
                .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> phones(Customer customer) {
        return customer.knownHandles().stream()
                .filter(handle -> handle.kind() == HandleKind.TEL)
                .map(KnownHandle::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What recognition is to remember of the contact, and of earlier ones what was found out on the way. */
    List<Change> remembered(UUID customer, Map<UUID, Memory> before, RememberedContact contact, Considered considered) {
        var changes = new ArrayList<Change>();
        changes.add(memories.remember(customer, before.getOrDefault(customer, Memory.empty()), contact));
        before.forEach((member, memory) -> memory.contacts().stream()
                .map(RememberedContact::contactId)
                .filter(considered.late()::containsKey)
                .forEach(late -> changes.add(
                        memories.vector(member, late, considered.late().get(late)))));
        return changes;
    }

    /** A vector that is computed when it is first asked for. */
    private final class Lazy {

        private final String meaning;
        private final String stored;
        private SentenceVector vector;

        Lazy(String meaning, String stored) {
            this.meaning = meaning;
            this.stored = stored;
        }

        SentenceVector get() {
            if (vector == null) {
                vector = stored == null ? meanings.of(meaning) : SentenceVector.decoded(stored);
            }
            return vector;
        }

        /** As text where it was computed now, else null. */
        String encoded() {
            return vector == null || stored != null ? null : vector.encoded();
        }
    }

    /** What is remembered of a customer's issues. */
    private final class Known {

        private final Map<UUID, Lazy> vectors = new LinkedHashMap<>();
        private final List<KnownIssue> issues;

        Known(Inquiry inquiry, Customer customer) {
            var now = customer.recentContacts().stream()
                    .filter(contact -> contact.issueId() != null)
                    .collect(Collectors.toMap(PastContact::contactId, PastContact::issueId, (one, other) -> one));
            var said = new HashMap<UUID, List<KnownContact>>();
            inquiry.memories()
                    .values()
                    .forEach(memory -> memory.contacts().forEach(contact -> {
                        var issue = now.getOrDefault(contact.contactId(), contact.issueId());
                        var vector = lazily(contact.contactId(), contact.meaning(), memory.vector(contact));
                        said.computeIfAbsent(issue, id -> new ArrayList<>())
                                .add(new KnownContact(
                                        contact.contactId(),
                                        contact.at(),
                                        contact.channel(),
                                        contact.reading(),
                                        vector::get));
                    }));
            this.issues = said.entrySet().stream()
                    .flatMap(each -> Stream.ofNullable(
                                    customer.issues().get(each.getKey().toString()))
                            .map(issue -> new KnownIssue(each.getKey(), resolvedAt(issue), each.getValue())))
                    .toList();
        }

        Lazy lazily(UUID contact, String meaning, String stored) {
            return vectors.computeIfAbsent(contact, id -> new Lazy(meaning == null ? "" : meaning, stored));
        }

        boolean has(UUID issue) {
            return issues.stream().anyMatch(each -> each.id().equals(issue));
        }

        Map<UUID, String> late() {
            return vectors.entrySet().stream()
                    .filter(each -> Objects.nonNull(each.getValue().encoded()))
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, each -> each.getValue().encoded()));
        }
    }

    private static Instant resolvedAt(PastIssue issue) {
        var ticket = issue.ticket();
        if (ticket == null || ticket.isOpen()) {
            return null;
        }
        var done = ticket.work() == null ? null : ticket.work().resolvedAt();
        return done == null ? issue.lastContactAt() : done;
    }
}
