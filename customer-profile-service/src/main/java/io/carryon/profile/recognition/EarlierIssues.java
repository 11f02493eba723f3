package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.recognition.linking.Comparison;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.KnownContact;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.meaning.MeaningUnavailableException;
import io.carryon.profile.recognition.meaning.Meanings;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.MemoryStore;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import io.carryon.profile.recognition.reading.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a contact against what its customer said before. */
@ApplicationScoped
public class EarlierIssues {

    private static final Pattern NOT_IN_NUMBERS = Pattern.compile("[^a-z0-9]");

    private final IssueStore issues;
    private final MemoryStore memories;
    private final Meanings meanings;
    private final ContactReader reader = new ContactReader(new LanguageGuess());
    private final IssueLinker linker;
    private final RoomAcross room;
    private final LinkingConfig config;

    public EarlierIssues(IssueStore issues, MemoryStore memories, Meanings meanings, LinkingConfig config) {
        this.issues = issues;
        this.memories = memories;
        this.meanings = meanings;
        this.config = config;
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
    Inquiry consider(Inquiry inquiry, Reading reading, Viewpoint from) {
        var customer = inquiry.customer();
        if (customer.isEmpty() || inquiry.namesOwnTicket()) {
            return inquiry.with(Considered.unlinked(reading));
        }
        var known = new RememberedIssues(inquiry.memories().values(), customer.get(), from::sees, meanings::of);
        var answered = inquiry.answeredIssue();
        if (known.issues().isEmpty() || answered.filter(id -> !known.has(id)).isPresent()) {
            return inquiry.with(Considered.unlinked(reading));
        }
        var own = known.own(inquiry.contact().contactId(), reading.meaning());
        var contact = new KnownContact(
                inquiry.contact().contactId(), from.at(), inquiry.contact().channel(), reading, own::get);
        Linking linking;
        try {
            linking = allowed(
                    customer.get(),
                    linker.link(new Comparison(
                            contact,
                            answered.orElse(null),
                            inquiry.answersStaff(),
                            known.issues(),
                            customerNumbers(customer.get()),
                            phones(customer.get()),
                            linker.terms())));
        } catch (MeaningUnavailableException e) {
            // Said once at the start; a contact must not wait for it.
            return inquiry.with(Considered.unlinked(reading));
        }
        linking = room.within(inquiry, sameMenu(linking, reading, known, from));
        var considered = new Considered(reading, linking, own.used(), known.late());
        return inquiry.with(considered, linked(inquiry, linking));
    }

    /** Who names nothing else and chose the same in the menu within a day goes on with what they called about then. */
    private Linking sameMenu(Linking linking, Reading reading, RememberedIssues known, Viewpoint from) {
        if (linking.decision() == Linking.Decision.LINK
                || from.menu() == null
                || !reading.transactional().isEmpty()) {
            return linking;
        }
        return known.sameMenu(from.menu(), from.at().minus(config.sameMenuFor()))
                .map(issue -> new Linking.Scored(
                        issue, config.linkFrom(), List.of("the same number chose the same in the menu")))
                .map(same -> new Linking(Linking.Decision.LINK, List.of(same), Optional.of(same), "same-menu"))
                .orElse(linking);
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
                .map(value ->
                        NOT_IN_NUMBERS.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(""))
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
        changes.addAll(late(before, considered));
        return changes;
    }

    /** Vectors of earlier contacts that were needed for the first time. */
    List<Change> late(Map<UUID, Memory> before, Considered considered) {
        var changes = new ArrayList<Change>();
        before.forEach((member, memory) -> memory.contacts().stream()
                .map(RememberedContact::contactId)
                .filter(considered.late()::containsKey)
                .forEach(late -> changes.add(
                        memories.vector(member, late, considered.late().get(late)))));
        return changes;
    }
}
