package io.carryon.profile.recognition;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.recognition.linking.KnownContact;
import io.carryon.profile.recognition.linking.KnownIssue;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.RememberedContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is remembered of a customer's issues, and the vectors that are worked out where they are asked for. */
final class RememberedIssues {

    private final Function<String, SentenceVector> meanings;
    private final Map<UUID, Lazy> vectors = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<UUID, String> menus = new HashMap<>();
    private final List<KnownIssue> issues;

    /**
     * @param counts which of the remembered contacts to look at
     * @param meanings where the meaning of a text lies
     */
    RememberedIssues(
            Collection<Memory> memories,
            Customer customer,
            Predicate<RememberedContact> counts,
            Function<String, SentenceVector> meanings) {
        this.meanings = meanings;
        var now = customer.recentContacts().stream()
                .filter(contact -> contact.issueId() != null)
                .collect(Collectors.toMap(PastContact::contactId, PastContact::issueId, (one, other) -> one));
        var said = new HashMap<UUID, List<KnownContact>>();
        memories.forEach(memory -> memory.whole().stream()
                .filter(counts)
                .forEach(contact -> said.computeIfAbsent(
                                now.getOrDefault(contact.contactId(), contact.issueId()), id -> new ArrayList<>())
                        .add(known(contact, memory.vector(contact)))));
        this.issues = said.entrySet().stream()
                .flatMap(each -> Stream.ofNullable(
                                customer.issues().get(each.getKey().toString()))
                        .map(issue -> new KnownIssue(each.getKey(), resolvedAt(issue), each.getValue())))
                .toList();
    }

    private KnownContact known(RememberedContact contact, String stored) {
        var meaning = contact.meaning() == null ? "" : contact.meaning();
        // Longer ones may have been cut when they were remembered, behind what their vector was worked out of.
        if (stored != null && meaning.length() < RememberedContact.LONGEST_MEANING) {
            known.put(meaning, stored);
        }
        if (contact.menu() != null) {
            menus.put(contact.contactId(), contact.menu());
        }
        var vector = lazily(contact.contactId(), meaning, stored);
        return new KnownContact(contact.contactId(), contact.at(), contact.channel(), contact.reading(), vector::get);
    }

    List<KnownIssue> issues() {
        return issues;
    }

    boolean has(UUID issue) {
        return issues.stream().anyMatch(each -> each.id().equals(issue));
    }

    /** The open issue that the same number last called about from the same menu, with a contact since the given time. */
    Optional<KnownIssue> sameMenu(String menu, Instant since) {
        return issues.stream()
                .filter(KnownIssue::isOpen)
                .filter(issue -> !issue.latestContactAt().isBefore(since))
                .filter(issue -> issue.contacts().stream().anyMatch(contact -> menu.equals(menus.get(contact.id()))))
                .max(Comparator.comparing(KnownIssue::latestContactAt));
    }

    /** The vector of a contact that is not remembered yet; one that says what another said has the other's. */
    Lazy own(UUID contact, String meaning) {
        return lazily(contact, meaning, known.get(meaning));
    }

    private Lazy lazily(UUID contact, String meaning, String stored) {
        return vectors.computeIfAbsent(contact, id -> new Lazy(meaning, stored));
    }

    /** Those that were worked out now, as text, by contact. */
    Map<UUID, String> late() {
        return vectors.entrySet().stream()
                .filter(each -> Objects.nonNull(each.getValue().late()))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().late()));
    }

    private static Instant resolvedAt(PastIssue issue) {
        var ticket = issue.ticket();
        if (ticket == null || ticket.isOpen()) {
            return null;
        }
        var done = ticket.work() == null ? null : ticket.work().resolvedAt();
        return done == null ? issue.lastContactAt() : done;
    }

    /** A vector that is worked out when it is first asked for. */
    final class Lazy {

        private final String meaning;
        private final String stored;
        private SentenceVector vector;

        private Lazy(String meaning, String stored) {
            this.meaning = meaning;
            this.stored = stored;
        }

        SentenceVector get() {
            if (vector == null) {
                vector = stored == null ? meanings.apply(meaning) : SentenceVector.decoded(stored);
            }
            return vector;
        }

        /** As text where it was asked for, else null. */
        String used() {
            return vector == null || stored == null ? late() : stored;
        }

        /** As text where it was worked out now, else null. */
        String late() {
            return vector == null || stored != null ? null : vector.encoded();
        }
    }
}
