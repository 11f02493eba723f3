package io.carryon.profile.recognition.answer;

import io.carryon.profile.documents.Change;
import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.AcrossLinks.AcrossLink;
import io.carryon.profile.history.ContactMoves;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.recognition.training.ConfirmedLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the answer that stands changes in what we know, each change harmless when made again. */
@ApplicationScoped
public class LinkEffects {

    private final CustomerStore customers;
    private final IssueStore issues;
    private final ContactMoves moves;
    private final AcrossLinks across;
    private final ConfirmedLinks confirmed;

    public LinkEffects(
            CustomerStore customers,
            IssueStore issues,
            ContactMoves moves,
            AcrossLinks across,
            ConfirmedLinks confirmed) {
        this.customers = customers;
        this.issues = issues;
        this.moves = moves;
        this.across = across;
        this.confirmed = confirmed;
    }

    /** All of them, to be sent as one write; two reads, three where the contact moves. */
    List<Change> of(ContactRecord record) {
        var changes = new ArrayList<Change>();
        if (!record.link().isByRecognition()) {
            changes.add(confirmed.answered(record, Recognized.of(record).candidates()));
        }
        customers.findEvenUnmet(record.customerId()).ifPresent(member -> {
            var link = record.link();
            changes.add(customers.rejected(
                    member,
                    pairs(Set.of(link.issueId()), link.rejected()),
                    pairs(record.placements(), link.withdrawn()),
                    link.at()));
            changes.addAll(moved(record, member));
        });
        return changes;
    }

    private static Set<String> pairs(Set<UUID> issues, List<UUID> others) {
        return issues.stream()
                .flatMap(issue ->
                        others.stream().filter(other -> !other.equals(issue)).map(other -> Customer.pair(issue, other)))
                .collect(Collectors.toSet());
    }

    private List<Change> moved(ContactRecord record, Customer member) {
        var to = record.link().issueId();
        var from = new LinkedHashSet<>(record.placements());
        from.remove(to);
        if (from.isEmpty()) {
            return List.of();
        }
        var all = new LinkedHashSet<>(from);
        all.add(to);
        var known = issues.find(all);
        var acrossLinks = across.of(member.members());
        var target = target(record, Optional.ofNullable(known.get(to)));
        var changes = new ArrayList<Change>();
        changes.add(across.counted(acrossLinks, member.id(), record.contactId(), target));
        changes.add(ContactMoves.placed(record.contactId(), to));
        for (var left : from) {
            changes.addAll(moves.of(record, member, left, target));
            if (hasNothingElseIn(known.get(left), member.id(), record, acrossLinks)) {
                changes.add(customers.forgotten(member.id(), left));
            }
        }
        return changes;
    }

    /** An issue that is there keeps its subject; one that is not is opened by the contact. */
    private static ContactMoves.Target target(ContactRecord record, Optional<Issue> issue) {
        var contact = record.contact();
        return new ContactMoves.Target(
                record.link().issueId(),
                issue.map(Issue::customerId).orElse(record.customerId()),
                issue.map(there -> new PastContact(
                                contact.contactId(),
                                there.channel(),
                                there.openedAt(),
                                there.subject(),
                                null,
                                there.id(),
                                null))
                        .orElse(contact));
    }

    /** What others, merged with the customer, said about the issue keeps it on them, not on this customer. */
    private static boolean hasNothingElseIn(
            Issue left, UUID member, ContactRecord contact, List<AcrossLink> acrossLinks) {
        if (left == null) {
            return true;
        }
        var here = acrossLinks.stream()
                .filter(link -> link.issueId().equals(left.id()))
                .collect(Collectors.toMap(AcrossLink::contactId, AcrossLink::member, (one, other) -> one));
        if (!left.customerId().equals(member)) {
            return here.entrySet().stream()
                    .noneMatch(link ->
                            link.getValue().equals(member) && !link.getKey().equals(contact.contactId()));
        }
        var listed = left.contacts().stream().map(PastContact::contactId).collect(Collectors.toSet());
        var others = new HashSet<>(here.keySet());
        if (contact.issueId().equals(left.id()) && !left.hasLost(contact.contactId())) {
            others.add(contact.contactId());
        }
        var unlisted = others.stream().filter(other -> !listed.contains(other)).count();
        // Contacts that the issue no more lists are their owner's but for those known to be others'.
        return left.contactCount() - listed.size() <= unlisted
                && listed.stream().allMatch(past -> others.contains(past) || past.equals(contact.contactId()));
    }
}
