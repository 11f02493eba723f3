package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps issues from growing with the contacts that are moved to and from them: all but the latest are only counted.
 *
 * <p>What an issue counts of a contact is written on the contact's record first. After a stop in between, the entry is
 * still on the issue and says what its count does not say yet, and the next round goes on from there. Only a contact
 * whose move is finished is counted, so that no repetition of the move finds its entry gone.
 */
@ApplicationScoped
public class MovedContactCounts {

    static final int KEPT = Issue.MOST_CONTACTS;

    private static final Comparator<ContactRecord> OLDEST_FIRST = Comparator.comparing(
                    (ContactRecord record) -> record.contact().at())
            .thenComparing(ContactRecord::contactId);

    private final Documents documents;
    private final IssueStore issues;
    private final ContactRecords records;

    public MovedContactCounts(Documents documents, IssueStore issues, ContactRecords records) {
        this.documents = documents;
        this.issues = issues;
        this.records = records;
    }

    /** Moved contacts that are kept each way where an issue has more than twice as many. */
    protected int kept() {
        return KEPT;
    }

    /** One read where none of the issues has too many; for each that has, one read and two writes more. */
    public void bound(Collection<UUID> moved) {
        issues.stored(moved).forEach(issue -> {
            var in = ids(issue.movedIn().keySet());
            var out = ids(issue.movedOut().keySet());
            // What moved out is shown no more, and has to be known as long as the contact is listed.
            issue.contacts().forEach(listed -> out.remove(listed.contactId()));
            if (in.size() > 2 * kept() || out.size() > 2 * kept()) {
                count(issue, in, out);
            }
        });
    }

    private void count(Issue issue, Collection<UUID> movedIn, Collection<UUID> movedOut) {
        var in = countable(issue, movedIn, 1);
        var out = countable(issue, movedOut, -1);
        if (in.isEmpty() && out.isEmpty()) {
            return;
        }
        var notes = new ArrayList<Change>();
        in.forEach(record -> note(notes, record, issue, 1));
        out.forEach(record -> note(notes, record, issue, -1));
        documents.apply(notes);
        // The greater of two that count at once is what both took off.
        var change = Change.of(IssueStore.documentId(issue.id()))
                .max("countedIn", issue.countedIn() + in.size())
                .max("countedOut", issue.countedOut() + out.size());
        in.forEach(record -> change.unset("movedIn." + record.contactId()));
        out.forEach(record -> change.unset("movedOut." + record.contactId()));
        documents.apply(List.of(change));
    }

    /** All but the latest, as far as their moves are finished. */
    private List<ContactRecord> countable(Issue issue, Collection<UUID> moved, int by) {
        if (moved.size() <= 2 * kept()) {
            return List.of();
        }
        var known = records.find(moved);
        return moved.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(OLDEST_FIRST)
                .limit(moved.size() - kept())
                .filter(record -> isNoted(record, issue, by) || isFinished(record, issue, by))
                .toList();
    }

    private static void note(List<Change> notes, ContactRecord record, Issue issue, int by) {
        if (!isNoted(record, issue, by)) {
            notes.add(Change.of(ContactRecords.documentId(record.contactId()))
                    .set("counted." + issue.id(), record.counted(issue.id()) + by));
        }
    }

    /** Whether the record says so already: then a stop kept the issue from following. */
    private static boolean isNoted(ContactRecord record, Issue issue, int by) {
        var held = held(record, issue) + by;
        return held < 0 || held > 1;
    }

    /** Whether the contact is where the entry says, and no move of it is under way. */
    private static boolean isFinished(ContactRecord record, Issue issue, int by) {
        return record.hasSettled() && record.issueId().equals(issue.id()) == (held(record, issue) + by > 0);
    }

    /** 1 where the issue's count has the contact but for its entry, else 0. */
    private static int held(ContactRecord record, Issue issue) {
        return (record.contact().issueId().equals(issue.id()) ? 1 : 0) + record.counted(issue.id());
    }

    private static Collection<UUID> ids(Collection<String> keys) {
        return keys.stream().map(UUID::fromString).collect(Collectors.toCollection(HashSet::new));
    }
}
