package io.carryon.profile.merge;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Makes changes of groups one after the other, without locks: each takes the next number by making the document of that
 * number, decided on what the change before it left. Who finds a change unfinished finishes it first. What a late or
 * repeated write brings is outranked by the number of a later change.
 */
@ApplicationScoped
public class GroupChanges {

    private static final String LAST = "turns:last";

    private final Documents documents;
    private final Shapes shapes;
    private final CustomerStore customers;
    private final ContactSeparation separation;

    public GroupChanges(Documents documents, Shapes shapes, CustomerStore customers, ContactSeparation separation) {
        this.documents = documents;
        this.shapes = shapes;
        this.customers = customers;
        this.separation = separation;
    }

    /** A change that took effect, with the contacts it moved. */
    record Made(GroupChange change, MovedContacts moved) {}

    /**
     * Makes the act's change, or finds that it was made.
     *
     * @param decide the change under the given number, decided on what is stored now
     */
    Made make(UUID act, LongFunction<GroupChange> decide) {
        var before = moved(act);
        if (before.isPresent()) {
            var change = turn(before.get().turn()).orElseThrow();
            // What was finished is not repeated: later acts may have moved the same contacts on.
            return last() >= change.turn() ? new Made(change, before.get()) : takeEffect(change);
        }
        while (true) {
            var next = last() + 1;
            var change = turn(next).orElseGet(() -> take(decide.apply(next)));
            var made = takeEffect(change);
            if (change.actId().equals(act)) {
                return made;
            }
        }
    }

    /** The change of that number, which may be another's that came first. */
    private GroupChange take(GroupChange change) {
        return documents
                .createIfAbsent(turnId(change.turn()), shapes.fields(change))
                .map(stands -> shapes.read(stands, GroupChange.class))
                .orElse(change);
    }

    private Made takeEffect(GroupChange change) {
        documents.apply(change.groups().stream().flatMap(this::joined).toList());
        // Decided after the groups are written: whoever links a contact from now on sees them.
        var moved = moved(change.actId()).orElseGet(() -> decided(change));
        separation.carryOut(moved.contacts());
        documents.apply(List.of(Change.of(LAST).max("turn", change.turn())));
        return new Made(change, moved);
    }

    private Stream<Change> joined(Group group) {
        return group.members().stream().map(member -> customers.joined(member, group));
    }

    private MovedContacts decided(GroupChange change) {
        var moved = new MovedContacts(
                change.turn(),
                change.freed().isEmpty() ? List.of() : separation.decide(change.members(), change.freed()));
        return documents
                .createIfAbsent(movedId(change.actId()), shapes.fields(moved))
                .map(stands -> shapes.read(stands, MovedContacts.class))
                .orElse(moved);
    }

    private long last() {
        return documents
                .find(LAST)
                .map(found -> found.get("turn", Number.class).longValue())
                .orElse(0L);
    }

    private Optional<GroupChange> turn(long number) {
        return shapes.readIfFound(found(turnId(number)), GroupChange.class);
    }

    private Optional<MovedContacts> moved(UUID act) {
        return shapes.readIfFound(found(movedId(act)), MovedContacts.class);
    }

    private Document found(String id) {
        return documents.find(id).orElse(null);
    }

    private static String turnId(long number) {
        return "turn:" + number;
    }

    private static String movedId(UUID act) {
        return "moved:" + act;
    }
}
