package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.history.Issue;
import io.carryon.profile.merge.Model.Told;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of contacts, merges, undos, confirmed and rejected links, carried out by the service's own code over
 * a real server. In between, everybody is shown as the {@link Model} says; once everything is undone and more contacts
 * came, each customer is exactly who they would be had nobody ever been merged.
 *
 * <p>As many as {@code -Dcarryon.sequences} says, from the seed {@code -Dcarryon.seed}: {@code mvn -pl
 * deploy/local,customer-profile-service test -Dtest=MergeSequencesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dcarryon.sequences=10000 -Dtests.compiler=-XX:+UseSerialGC}; with the optimizing compiler about ten a second.
 */
class MergeSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("carryon.sequences", 20);
    private static final long SEED = Long.getLong("carryon.seed", 3);

    private static LoopbackServer server;

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onceUndoneEverybodyIsWhoTheyWouldHaveBeen() {
        LongStream.range(SEED, SEED + SEQUENCES).forEach(MergeSequencesTest::run);
    }

    /** An issue that staff moved somebody's only contact out of stayed on them; a thread went on after two undos. */
    @Test
    void sequencesThatFoundADefectStayRight() {
        run(1040);
        run(1151);
    }

    /** However little an issue keeps of what was moved, it counts what there is. */
    @Test
    void issuesCountWhatTheyDoNotKeep() {
        LongStream.range(SEED, SEED + SEQUENCES).forEach(seed -> run(seed, World::thatOnlyCounts, false));
    }

    private static void run(long seed) {
        run(seed, World::new, true);
    }

    private static void run(long seed, Function<Documents, World> world, boolean listed) {
        var names = List.of("merged-" + seed, "never-" + seed);
        try {
            run(new Sequence(seed, world.apply(server.documents(names.getFirst()))), names.getLast(), listed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dcarryon.sequences=1 -Dcarryon.seed=" + seed, e);
        }
        names.forEach(server::drop);
    }

    private static void run(Sequence sequence, String never, boolean listed) {
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
        IntStream.range(0, Sequence.PERSONS).filter(sequence.model::isKnown).forEach(person -> {
            var id = sequence.model.customer(person);
            var contacts = sequence.model.contacts.values().stream()
                    .filter(told -> told.person == person)
                    .map(told -> told.id)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertThat(Person.of(sequence.world, sequence.world.member(id), contacts, listed))
                    .isEqualTo(Person.of(neverMerged, neverMerged.member(id), contacts, listed));
        });
    }

    /** The same contacts where nobody is ever merged, each said by staff to be about what it is about in the end. */
    private static World neverMerged(Model model, World world) {
        for (Told told : model.contacts.values()) {
            world.contact(told.id, Sequence.address(told.person), told.at, null);
        }
        model.contacts.values().stream()
                .filter(told -> !told.issue.equals(Issue.idOf(told.id)))
                .forEach(told -> world.confirm(told.id, told.id, told.issue, told.at));
        return world;
    }
}
