package io.carryon.profile.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.documents.StoppingDocuments;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.line.Wiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An issue that thousands of contacts are moved to and from stays small, and counts them right. */
class MovedContactCountsTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final int MANY = 300;
    private static final int AT_ONCE = 20;

    /** Room for twice what is kept each way and what came since, at 0.7 kB a contact. */
    private static final int MOST_BYTES = 60_000;

    private static LoopbackServer server;

    private final StoppingDocuments documents = server.stoppingDocuments("counts-" + UUID.randomUUID());
    private final Wiring wiring = new Wiring().with(Documents.class, documents);
    private final MovedContactCounts counts = wiring.get(MovedContactCounts.class);
    private final IssueStore issues = wiring.get(IssueStore.class);
    private final ContactRecords records = wiring.get(ContactRecords.class);
    private final UUID issue = UUID.randomUUID();
    private final Customer member =
            new Customer(UUID.randomUUID(), null, NOON, 0, Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Contacts that came about the issue, or each about one of its own. */
    private List<UUID> come(int count, boolean aboutIt) {
        var ids = new ArrayList<UUID>();
        var changes = new ArrayList<Change>();
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            var own = aboutIt ? issue : Issue.idOf(id);
            var contact =
                    new PastContact(id, "email", NOON.plusSeconds(i), "s".repeat(200), "e".repeat(300), own, null);
            var change = Change.of(ContactRecords.documentId(id));
            wiring.get(Shapes.class)
                    .fields(new ContactRecord(id, id, member.id(), "mailto:a@b", contact, Map.of(), null, null))
                    .forEach(change::set);
            changes.add(change);
            if (aboutIt) {
                changes.add(issues.contactMade(member.id(), Optional.empty(), contact));
            }
            ids.add(id);
        }
        documents.apply(changes);
        return ids;
    }

    /** Each move is made twice, as after a stop; what it changes elsewhere is left out. */
    private void move(List<UUID> contacts, boolean in) {
        for (int i = 0; i < contacts.size(); i += AT_ONCE) {
            var some = contacts.subList(i, Math.min(contacts.size(), i + AT_ONCE));
            moves(some, in);
            moves(some, in);
            place(some, in);
            counts.bound(List.of(issue));
            assertThat(bytes()).isLessThan(MOST_BYTES);
        }
    }

    private void moves(List<UUID> contacts, boolean in) {
        documents.apply(records.find(contacts).values().stream()
                .flatMap(record -> wiring
                        .get(ContactMoves.class)
                        .of(record, member, in ? Issue.idOf(record.contactId()) : issue, target(record, in))
                        .stream())
                .filter(change -> change.id().equals(IssueStore.documentId(issue)))
                .toList());
    }

    private void place(List<UUID> contacts, boolean in) {
        documents.apply(contacts.stream()
                .map(id -> ContactMoves.placed(id, in ? issue : Issue.idOf(id)))
                .toList());
    }

    private ContactMoves.Target target(ContactRecord record, boolean in) {
        return new ContactMoves.Target(in ? issue : Issue.idOf(record.contactId()), member.id(), record.contact());
    }

    private int bytes() {
        return documents
                .find(IssueStore.documentId(issue))
                .orElseThrow()
                .toJson()
                .length();
    }

    private Issue now() {
        return issues.find(issue).orElseThrow();
    }

    @Test
    void manyThatAreMovedInAndOutAndInAgainAreCounted() {
        var own = come(1, true);
        var contacts = come(MANY, false);

        move(contacts, true);
        assertThat(now().contactCount()).isEqualTo(MANY + 1);
        assertThat(now().latestContacts())
                .extracting(PastContact::contactId)
                .containsExactlyElementsOf(contacts.reversed().subList(0, Issue.MOST_CONTACTS));

        move(contacts, false);
        assertThat(now().contactCount()).isEqualTo(1);
        assertThat(now().latestContacts()).extracting(PastContact::contactId).containsExactlyElementsOf(own);

        move(contacts, true);
        assertThat(now().contactCount()).isEqualTo(MANY + 1);
    }

    @Test
    void thousandsThatCameAndAreMovedOutAndBackAreCounted() {
        var contacts = come(MANY, true);

        move(contacts, false);
        assertThat(now().contactCount()).isZero();
        assertThat(now().latestContacts()).isEmpty();
        assertThat(records.find(contacts.getFirst()).orElseThrow().leftLongAgo())
                .isTrue();

        move(contacts, true);
        assertThat(now().contactCount()).isEqualTo(MANY);
        assertThat(now().latestContacts()).hasSize(Issue.MOST_CONTACTS);
    }

    @Test
    void aStopWhileTheyAreCountedChangesNoCount() {
        come(1, true);
        var contacts = come(3 * MovedContactCounts.KEPT, false);
        moves(contacts, true);
        place(contacts, true);
        var whole = contacts.size() + 1;
        var large = bytes();

        int stops = 0;
        for (; bytes() == large && stops < 100; stops++) {
            documents.dieAfter(stops);
            bound();
            documents.live();
            assertThat(now().contactCount()).as("killed after %d writes", stops).isEqualTo(whole);
        }
        assertThat(stops).isGreaterThan(2);
        bound();
        assertThat(now().contactCount()).isEqualTo(whole);
        move(contacts, false);
        assertThat(now().contactCount()).isEqualTo(1);
    }

    /** What a stop left is moved as right as what was finished. */
    @Test
    void whatIsHalfCountedIsMovedAsWell() {
        come(1, true);
        var contacts = come(3 * MovedContactCounts.KEPT, false);
        moves(contacts, true);
        place(contacts, true);
        documents.dieAfter(MovedContactCounts.KEPT);
        bound();
        documents.live();

        move(contacts, false);
        assertThat(now().contactCount()).isEqualTo(1);
        move(contacts, true);
        assertThat(now().contactCount()).isEqualTo(contacts.size() + 1);
    }

    private void bound() {
        try {
            counts.bound(List.of(issue));
        } catch (StoppingDocuments.Killed e) {
            documents.live();
        }
    }

    @Test
    void aContactWhoseMoveIsUnderWayIsNotCountedYet() {
        var contacts = come(3 * MovedContactCounts.KEPT, false);
        moves(contacts, true);
        place(contacts.subList(1, contacts.size()), true);

        counts.bound(List.of(issue));
        moves(contacts.subList(0, 1), true);

        assertThat(now().contactCount()).isEqualTo(contacts.size());
    }
}
