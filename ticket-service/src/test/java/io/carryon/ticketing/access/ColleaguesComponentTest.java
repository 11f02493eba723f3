package io.carryon.ticketing.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the database says of colleagues is what the policy says of who is signed in. */
@QuarkusTest
class ColleaguesComponentTest {

    private static final List<Set<String>> ROLES =
            List.of(Set.of("agent"), Set.of("supervisor"), Set.of("agent", "supervisor"), Set.of("admin"));

    private final String queue = "queue-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    Colleagues colleagues;

    @Inject
    QueueAccessStore store;

    @Test
    void aColleagueSeesWhatTheyWouldSeeSignedIn() {
        for (var restricted : List.of(true, false)) {
            for (var listed : List.of(true, false)) {
                for (var role : List.of("agent", "supervisor", "")) {
                    for (var roles : ROLES) {
                        decideAlike(restricted, listed, role.isEmpty() ? List.of() : List.of(role), roles);
                    }
                }
            }
        }
    }

    @Test
    void whoNeverToldOfThemselvesSeesWhatTheyAreListedFor() {
        var unknown = "unknown-" + UUID.randomUUID();
        inTransaction(() -> {
            store.store(new QueueAccess(queue, true, List.of(unknown), List.of("agent"), 1));
            store.store(new QueueAccess(other, true, List.of(), List.of("agent"), 1));
            assertThat(colleagues.maySee(unknown, queue)).isTrue();
            assertThat(colleagues.maySee(unknown, other)).isFalse();
            assertThat(colleagues.maySee(unknown, "everybodys")).isTrue();
            assertThat(colleagues.hidden(List.of(unknown)).get(unknown))
                    .contains(other)
                    .doesNotContain(queue);
        });
    }

    private void decideAlike(boolean restricted, boolean listed, List<String> ofRoles, Set<String> roles) {
        var id = "agent-" + UUID.randomUUID();
        var access = new QueueAccess(queue, restricted, listed ? List.of("x", id) : List.of("x"), ofRoles, 1);
        inTransaction(() -> {
            new Sql(database).update("""
                            insert into ticketing.agent (id, name, roles, queues, status, idle_since, seen_at)
                            values (?, 'Ann', ?, '{}', 'away', now(), now())""", id, roles.toArray(String[]::new));
            store.store(access);

            var allowed = AccessPolicy.isAllowed(new Caller(id, roles), access);

            assertThat(colleagues.maySee(id, queue)).as("%s %s", access, roles).isEqualTo(allowed);
            assertThat(colleagues.hidden(List.of(id)).getOrDefault(id, Set.of()).contains(queue))
                    .as("%s %s", access, roles)
                    .isEqualTo(!allowed);
        });
    }

    /** Rolled back, so that nobody meets the queues. */
    private static void inTransaction(Runnable check) {
        QuarkusTransaction.begin();
        try {
            check.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
