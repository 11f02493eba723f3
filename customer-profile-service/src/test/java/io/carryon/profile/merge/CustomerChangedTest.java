package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.Actor;
import io.carryon.profile.identity.Group;
import io.carryon.profile.merge.CustomerChanged.MovedContact;
import io.carryon.profile.merge.MovedContacts.Moved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However many contacts it concerns, what became of customers is told by events that every broker takes. */
class CustomerChangedTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Actor ADA = Actor.staff("ada", "Ada");

    private final UUID act = UUID.randomUUID();
    private final UUID freed = UUID.randomUUID();
    private final UUID survivor = UUID.randomUUID();

    private List<CustomerChanged> undone(int contacts) {
        var groups = List.of(Group.alone(survivor), Group.alone(freed));
        var change = new GroupChange(7, act, GroupChange.UNMERGED, freed, survivor, groups, AT, ADA);
        return CustomerChanged.of(new GroupChanges.Made(change, new MovedContacts(7, moved(contacts))));
    }

    private static List<Moved> moved(int contacts) {
        return Stream.generate(UUID::randomUUID)
                .map(id -> new Moved(id, UUID.randomUUID(), UUID.randomUUID(), id))
                .limit(contacts)
                .toList();
    }

    @Test
    void anUndoOfManyContactsIsToldInPartsThatAreToldApart() {
        var events = undone(1100);

        assertThat(events).extracting(event -> event.movedContacts().size()).containsExactly(500, 500, 100);
        assertThat(events).extracting(CustomerChanged::eventId).containsExactly(act.toString(), act + "/2", act + "/3");
        assertThat(events.stream().flatMap(event -> event.movedContacts().stream()))
                .extracting(MovedContact::contactId)
                .doesNotHaveDuplicates()
                .hasSize(1100);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.actId()).isEqualTo(act);
            assertThat(event.freed()).containsExactly(freed);
            assertThat(event.parts()).isEqualTo(3);
        });
    }

    @Test
    void anUndoThatMovesNothingIsToldOnce() {
        assertThat(undone(0)).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo(act.toString());
            assertThat(event.movedContacts()).isEmpty();
        });
    }

    @Test
    void partsOfAnErasureAreToldApartToo() {
        var contacts = Stream.generate(UUID::randomUUID).limit(501).toList();
        var erasure = new Act(act, "erase", freed, AT, ADA, Map.of());

        assertThat(CustomerChanged.erased(erasure, List.of(freed), contacts))
                .extracting(CustomerChanged::eventId, CustomerChanged::part)
                .containsExactly(tuple(act.toString(), 1), tuple(act + "/2", 2));
    }
}
