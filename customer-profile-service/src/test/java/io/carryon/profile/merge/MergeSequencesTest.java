package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.merge.Model.Told;
import io.carryon.profile.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of contacts, merges, undos, confirmed and rejected links, carried out by the service's own code over a real server. In between,
 * everybody is shown as the {@link Model} says; once everything is undone and more contacts came, each customer is
 * exactly who they would be had nobody ever been merged.
 *
 * <p>As many as {@code -Dcarryon.sequences} says, from the seed {@code -Dcarryon.seed}.
 */
class MergeSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("carryon.sequences", 100);
    private static final long SEED = Long.getLong("carryon.seed", 3);
    private static final int PERSONS = 5;

    private static LoopbackServer server;

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Both worlds and what they should be. */
    private static final class Sequence {

        final Random random;
        final World world;
        final Model model = new Model();
        final List<Runnable> sent = new ArrayList<>();
        Instant now = World.START;

        Sequence(long seed, World world) {
            this.random = new Random(seed);
            this.world = world;
        }

        UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        int person() {
            return random.nextInt(PERSONS);
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1 -> merge(person(), person());
                case 2 -> unmerge(person());
                case 3 -> redelivery();
                case 4 -> confirm();
                case 5 -> reject();
                default -> contact();
            }
        }

        void contact() {
            var person = person();
            var known = List.copyOf(model.contacts.keySet());
            var about = known.isEmpty() || random.nextInt(3) == 0 ? null : known.get(random.nextInt(known.size()));
            var id = id();
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 24)));
            world.contact(id, address(person), now, about);
            model.contact(id, person, now, about);
            sent.add(() -> world.contact(id, address(person), model.contacts.get(id).at, about));
        }

        /** Staff say what a contact is about. */
        void confirm() {
            if (model.contacts.isEmpty()) {
                return;
            }
            var told = anyContact();
            var issue = anyContact().issue;
            now = now.plusSeconds(1);
            if (!model.isTheirs(issue, told.person)) {
                assertThatThrownBy(() -> world.confirm(id(), told.id, issue, now))
                        .isInstanceOf(ProblemException.class);
                return;
            }
            world.confirm(id(), told.id, issue, now);
            model.confirm(told, issue);
        }

        /** Staff say that a contact is not about what it was taken for. */
        void reject() {
            if (model.contacts.isEmpty()) {
                return;
            }
            var told = anyContact();
            now = now.plusSeconds(1);
            if (told.issue.equals(Issue.idOf(told.id))) {
                assertThatThrownBy(() -> world.reject(id(), told.id, told.issue, now))
                        .isInstanceOf(ProblemException.class);
                return;
            }
            world.reject(id(), told.id, told.issue, now);
            model.reject(told);
        }

        private Told anyContact() {
            return List.copyOf(model.contacts.values()).get(random.nextInt(model.contacts.size()));
        }

        /** The broker delivers a contact once more. */
        void redelivery() {
            if (!sent.isEmpty()) {
                sent.get(random.nextInt(sent.size())).run();
            }
        }

        void merge(int person, int into) {
            if (!model.isKnown(person) || !model.isKnown(into)) {
                return;
            }
            if (model.root(person) == model.root(into)) {
                assertThatThrownBy(() -> world.merge(id(), model.customer(person), model.customer(into)))
                        .isInstanceOf(ProblemException.class);
                return;
            }
            var answer = world.merge(id(), model.customer(person), model.customer(into));
            model.merge(person, into);
            assertThat(answer.survivorId()).isEqualTo(model.customer(model.root(into)));
        }

        void unmerge(int person) {
            if (!model.isKnown(person)) {
                return;
            }
            if (!model.isMerged(person)) {
                assertThatThrownBy(() -> world.unmerge(id(), model.customer(person)))
                        .isInstanceOf(ProblemException.class);
                return;
            }
            world.unmerge(id(), model.customer(person));
            var moved = model.unmerge(person);
            assertThat(world.changes.getLast().movedContacts())
                    .extracting(CustomerChanged.MovedContact::contactId, CustomerChanged.MovedContact::toIssueId)
                    .containsExactlyElementsOf(moved.stream()
                            .map(told -> tuple(told.id, told.issue))
                            .toList());
        }

        void undoEverything() {
            var merged = new ArrayList<>(
                    IntStream.range(0, PERSONS).filter(model::isMerged).boxed().toList());
            Collections.shuffle(merged, random);
            merged.forEach(this::unmerge);
        }

        void everybodyIsShownAsTheModelSays() {
            IntStream.range(0, PERSONS).filter(model::isKnown).forEach(person -> {
                var shown = world.shown(model.customer(person));
                var group = model.group(person);
                assertThat(shown.id()).isEqualTo(model.customer(model.root(person)));
                assertThat(shown.members())
                        .containsExactlyInAnyOrderElementsOf(
                                group.stream().map(model::customer).toList());
                assertThat(issues(shown.recentContacts()))
                        .isEqualTo(model.contacts.values().stream()
                                .filter(told -> group.contains(told.person))
                                .collect(Collectors.toMap(told -> told.id, told -> told.issue)));
            });
        }
    }

    private static String address(int person) {
        return "person" + person + "@example.com";
    }

    private static Map<UUID, UUID> issues(List<PastContact> contacts) {
        return contacts.stream().collect(Collectors.toMap(PastContact::contactId, PastContact::issueId));
    }

    @Test
    void onceUndoneEverybodyIsWhoTheyWouldHaveBeen() {
        for (int i = 0; i < SEQUENCES; i++) {
            var seed = SEED + i;
            var names = List.of("merged-" + seed, "never-" + seed);
            try {
                run(new Sequence(seed, new World(server.documents(names.getFirst()))), names.getLast());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dcarryon.sequences=1 -Dcarryon.seed=" + seed, e);
            }
            names.forEach(server::drop);
        }
    }

    private static void run(Sequence sequence, String never) {
        var steps = 5 + sequence.random.nextInt(15);
        for (int i = 0; i < steps; i++) {
            sequence.step();
        }
        sequence.everybodyIsShownAsTheModelSays();
        sequence.undoEverything();
        sequence.contact();
        sequence.redelivery();
        sequence.contact();
        sequence.everybodyIsShownAsTheModelSays();
        var neverMerged = neverMerged(sequence.model, new World(server.documents(never)));
        IntStream.range(0, PERSONS).filter(sequence.model::isKnown).forEach(person -> {
            var id = sequence.model.customer(person);
            var contacts = sequence.model.contacts.values().stream()
                    .filter(told -> told.person == person)
                    .map(told -> told.id)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertThat(Person.of(sequence.world, sequence.world.member(id), contacts))
                    .isEqualTo(Person.of(neverMerged, neverMerged.member(id), contacts));
        });
    }

    /** The same contacts where nobody is ever merged, each said by staff to be about what it is about in the end. */
    private static World neverMerged(Model model, World world) {
        for (Told told : model.contacts.values()) {
            world.contact(told.id, address(told.person), told.at, null);
        }
        model.contacts.values().stream()
                .filter(told -> !told.issue.equals(Issue.idOf(told.id)))
                .forEach(told -> world.confirm(told.id, told.id, told.issue, told.at));
        return world;
    }
}
