package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts about issues of others one is merged with are bounded, whoever links them: an undo takes all apart. */
class LinksAcrossTest {

    private static final String ORDER = "My order 4711 has not arrived";

    private final LoopbackServer server = new LoopbackServer();
    private final World world = new World(server.documents());
    private final UUID anas = UUID.randomUUID();
    private final UUID bens = UUID.randomUUID();
    private final UUID ana = Customer.idOf(anas);
    private final UUID ben = Customer.idOf(bens);
    private final List<UUID> about = new ArrayList<>();
    private Instant now = World.START;

    @BeforeEach
    void mergeTwo() {
        comes(anas, "ana@example.com", ORDER);
        comes(bens, "ben@example.com", "Invoice");
        world.merge(UUID.randomUUID(), ben, ana);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void comes(UUID contact, String from, String subject) {
        now = now.plusSeconds(60);
        world.about(contact, from, now, subject);
    }

    /** Ben writes about the order of an issue of Ana's. */
    private void write(int mails) {
        for (int i = 0; i < mails; i++) {
            about.add(UUID.randomUUID());
            comes(about.getLast(), "ben@example.com", ORDER);
        }
    }

    private int across() {
        return world.get(AcrossLinks.class).of(List.of(ben)).size();
    }

    private ContactRecord record(UUID contact) {
        return world.get(ContactRecords.class).find(contact).orElseThrow();
    }

    private Object decision(UUID contact) {
        return ((Map<?, ?>) record(contact).decided().get("issue")).get("decision");
    }

    private void confirm(UUID contact) {
        now = now.plusSeconds(1);
        world.confirm(UUID.randomUUID(), contact, Issue.idOf(anas), now);
    }

    @Test
    void anUndoTakesApartWhateverWasLinkedAcrossSinceThereIsABound() {
        write(Customer.MOST_ACROSS - 1);
        assertThat(decision(about.getFirst())).isEqualTo("LINK");
        assertThat(world.member(ben).hasRoomAcross()).isTrue();

        answersKeepTheBoundAndSayWhatToDo();
        whatTheHistorySaysKeepsTheBoundToo();

        assertThat(world.unmerge(UUID.randomUUID(), ben).movedContacts()).isEqualTo(Customer.MOST_ACROSS);
        assertThat(across()).isZero();
        assertThat(world.issue(Issue.idOf(anas)).contactCount()).isEqualTo(1);
        assertThat(world.issue(Issue.idOf(bens)).contactCount()).isEqualTo(Customer.MOST_ACROSS);
        assertThat(world.member(ben).hasRoomAcross()).isTrue();
    }

    private void answersKeepTheBoundAndSayWhatToDo() {
        confirm(bens);
        assertThat(across()).isEqualTo(Customer.MOST_ACROSS);
        assertThat(world.member(ben).hasRoomAcross())
                .as("counted as recognized ones are")
                .isFalse();
        confirm(bens);
        var one = UUID.randomUUID();
        comes(one, "ben@example.com", "Something else");
        assertThatThrownBy(() -> confirm(one)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.status()).isEqualTo(409);
            assertThat(e.type()).isEqualTo("too-many-linked-across");
            assertThat(e).hasMessageContaining("undo the merge");
        });
        assertThat(record(one).link()).isNull();

        now = now.plusSeconds(1);
        world.reject(UUID.randomUUID(), about.getFirst(), Issue.idOf(anas), now);
        confirm(one);
        assertThat(record(one).issueId()).isEqualTo(Issue.idOf(anas));
        assertThat(across()).isEqualTo(Customer.MOST_ACROSS);
    }

    private void whatTheHistorySaysKeepsTheBoundToo() {
        write(5);
        assertThat(record(about.getLast()).issueId()).isNotEqualTo(Issue.idOf(anas));
        assertThat(across()).isEqualTo(Customer.MOST_ACROSS);
        assertThat(world.issue(Issue.idOf(anas)).contactCount()).isEqualTo(Customer.MOST_ACROSS + 1);
    }
}
