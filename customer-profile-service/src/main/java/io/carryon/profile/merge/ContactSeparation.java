package io.carryon.profile.merge;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.AcrossLinks.AcrossLink;
import io.carryon.profile.history.ContactMoves;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.MovedContactCounts;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.merge.MovedContacts.Moved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes apart what was linked while customers were merged: contacts of one side about an issue of the other get an issue
 * of their own, one for all that were about the same issue.
 */
@ApplicationScoped
public class ContactSeparation {

    private static final Comparator<PastContact> OLDEST_FIRST =
            Comparator.comparing(PastContact::at).thenComparing(PastContact::contactId);

    /** Contacts that are moved by one write. */
    private static final int AT_ONCE = 200;

    private final Documents documents;
    private final AcrossLinks across;
    private final ContactRecords records;
    private final ContactMoves moves;
    private final CustomerStore customers;
    private final MovedContactCounts counts;

    public ContactSeparation(
            Documents documents,
            AcrossLinks across,
            ContactRecords records,
            ContactMoves moves,
            CustomerStore customers,
            MovedContactCounts counts) {
        this.documents = documents;
        this.across = across;
        this.records = records;
        this.moves = moves;
        this.customers = customers;
        this.counts = counts;
    }

    /** An issue that contacts of one of the two sides have to leave. */
    private record Shared(boolean isFreed, UUID issue) {}

    /** What has to move now that the two sides are no more one. */
    List<Moved> decide(List<UUID> remaining, List<UUID> freed) {
        var free = Set.copyOf(freed);
        var links = across.of(Stream.concat(remaining.stream(), freed.stream()).toList()).stream()
                .filter(link -> free.contains(link.member()) != free.contains(link.ownerId()))
                .toList();
        var known = contacts(links.stream().map(AcrossLink::contactId).toList());
        return links.stream()
                .filter(link -> known.containsKey(link.contactId()))
                .collect(Collectors.groupingBy(link -> new Shared(free.contains(link.member()), link.issueId())))
                .entrySet()
                .stream()
                .flatMap(shared -> separated(shared.getKey().issue(), shared.getValue(), known))
                .sorted(Comparator.comparing(moved -> known.get(moved.contactId()), OLDEST_FIRST))
                .toList();
    }

    private static Stream<Moved> separated(UUID issue, List<AcrossLink> links, Map<UUID, PastContact> known) {
        var contacts = links.stream()
                .map(link -> known.get(link.contactId()))
                .sorted(OLDEST_FIRST)
                .toList();
        var first = contacts.getFirst().contactId();
        return contacts.stream().map(contact -> new Moved(contact.contactId(), issue, Issue.idOf(first), first));
    }

    /** A record holds what was published of its contact; only a few are held at once. */
    private Map<UUID, PastContact> contacts(List<UUID> ids) {
        var found = new HashMap<UUID, PastContact>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            records.find(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
                    .forEach((id, record) -> found.put(id, record.contact()));
        }
        return found;
    }

    /** Moves them, {@value #AT_ONCE} with four reads and two writes; harmless when done again. */
    void carryOut(List<Moved> decided) {
        for (int i = 0; i < decided.size(); i += AT_ONCE) {
            carryOutSome(decided.subList(i, Math.min(decided.size(), i + AT_ONCE)));
        }
    }

    private void carryOutSome(List<Moved> decided) {
        var known = records.find(decided.stream()
                .flatMap(moved -> Stream.of(moved.contactId(), moved.firstContactId()))
                .toList());
        var members = customers.findEvenUnmet(known.values().stream()
                .map(ContactRecord::customerId)
                .distinct()
                .toList());
        var changes = new ArrayList<Change>();
        var placed = new ArrayList<Change>();
        var targets = new HashMap<UUID, Map<UUID, ContactMoves.Target>>();
        for (var moved : decided) {
            var record = known.get(moved.contactId());
            var first = known.get(moved.firstContactId());
            // One that is there already was finished before a stop.
            if (record != null && first != null && !record.issueId().equals(moved.toIssueId())) {
                var member = members.get(record.customerId());
                var target = new ContactMoves.Target(moved.toIssueId(), first.customerId(), first.contact());
                changes.addAll(moves.of(record, member, moved.fromIssueId(), target));
                changes.add(customers.forgotten(member.id(), moved.fromIssueId()));
                placed.add(ContactMoves.placed(record.contactId(), moved.toIssueId()));
                targets.computeIfAbsent(member.id(), id -> new HashMap<>()).put(record.contactId(), target);
            }
        }
        var before = across.of(targets.keySet());
        targets.forEach((member, moved) -> changes.add(across.counted(before, member, moved)));
        documents.apply(changes);
        documents.apply(placed);
        counts.bound(decided.stream()
                .flatMap(moved -> Stream.of(moved.fromIssueId(), moved.toIssueId()))
                .collect(Collectors.toSet()));
    }
}
