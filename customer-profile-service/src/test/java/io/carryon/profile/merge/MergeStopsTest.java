package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.StoppingDocuments;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.Group;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that is killed at any write of an act, and the act carried out again, end as if nothing had happened. */
class MergeStopsTest {

    private static final UUID ANA = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000001");
    private static final UUID ANSWER = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");
    private static final UUID MERGE = UUID.fromString("dddddddd-0000-4000-8000-000000000001");
    private static final UUID UNMERGE = UUID.fromString("dddddddd-0000-4000-8000-000000000002");

    private static LoopbackServer server;

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What can be seen of both afterwards. */
    private record Seen(
            List<Group> groups, List<Customer> members, List<Object> issues, List<CustomerChanged> published) {}

    @Test
    void everyStopIsMadeUpFor() {
        var undisturbed = seen(Integer.MAX_VALUE);
        int stops = 0;
        while (stops < 100) {
            var seen = seen(stops);
            if (seen == null) {
                break;
            }
            assertThat(seen).as("killed after %d writes", stops).isEqualTo(undisturbed);
            stops++;
        }

        assertThat(undisturbed.published().getLast().movedContacts()).hasSize(1);
        assertThat(stops).as("writes that were killed").isBetween(15, 99);
    }

    /** Null when nothing was left to be killed. */
    private static Seen seen(int writes) {
        var documents = server.stoppingDocuments("stops-" + UUID.randomUUID());
        var world = new World(documents);
        world.contact(ANA, "ana@example.com", World.START, null);
        world.contact(BEN, "ben@example.com", World.START.plusSeconds(60), null);
        var ana = Customer.idOf(ANA);
        var ben = Customer.idOf(BEN);
        documents.dieAfter(writes);
        boolean killed = killed(documents, () -> world.merge(MERGE, ben, ana));
        world.merge(MERGE, ben, ana);
        var merged = world.changes.getLast();
        int left = writes == Integer.MAX_VALUE ? writes : documents.writesLeft();
        documents.live();
        world.contact(ANSWER, "ben@example.com", World.START.plusSeconds(120), ANA);
        if (!killed) {
            documents.dieAfter(left);
            killed = killed(documents, () -> world.unmerge(UNMERGE, ben));
        }
        world.unmerge(UNMERGE, ben);
        if (!killed && writes != Integer.MAX_VALUE) {
            return null;
        }
        var members = List.of(world.member(ana), world.member(ben));
        return new Seen(
                members.stream().map(Customer::group).toList(),
                members,
                List.of(world.issue(Issue.idOf(ANA)), world.issue(Issue.idOf(BEN)), world.issue(Issue.idOf(ANSWER))),
                List.of(merged, world.changes.getLast()));
    }

    private static boolean killed(StoppingDocuments documents, Runnable work) {
        try {
            work.run();
            return false;
        } catch (StoppingDocuments.Killed e) {
            documents.live();
            return true;
        }
    }
}
