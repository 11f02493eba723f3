package io.carryon.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class GroupCommitComponentTest {

    private static final String INSERT = "insert into original (sha256, content, kept_at) values (?, ?, ?)";
    private static final int CALLERS = 100;

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    private final String run = UUID.randomUUID().toString();
    private final List<UUID> ids =
            Stream.generate(UUID::randomUUID).limit(CALLERS).toList();

    @Test
    void oneRowsFaultIsNotTheOthers() throws Exception {
        var group = new GroupCommit(sql, INSERT);
        var results = whileTheTableIsHeld(group, number -> number == CALLERS / 2 ? null : new byte[] {1});

        assertThatThrownBy(results.remove(CALLERS / 2)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StorageException.class);
        for (var result : results) {
            assertThat(result.get()).isEqualTo(1);
        }
        assertThat(kept()).isEqualTo(CALLERS - 1);
    }

    @Test
    void whatTheDatabaseRefusesIsNotQuotedInTheReason() {
        assertThatThrownBy(() -> sql.update(INSERT, run, null, Instant.now()))
                .isInstanceOf(StorageException.class)
                .message()
                .contains("content")
                .doesNotContain(run);
        assertThatThrownBy(() -> sql.batch(INSERT, List.of(row(1), new Object[] {run, null, Instant.now()})))
                .isInstanceOf(StorageException.class)
                .message()
                .doesNotContain(run);
    }

    private Object[] row(int number) {
        return new Object[] {run + number, new byte[] {1}, Instant.now()};
    }

    @Test
    void manyCallersShareFewTransactions() throws Exception {
        var group = new GroupCommit(sql, INSERT);
        for (var result : whileTheTableIsHeld(group, number -> new byte[] {1})) {
            assertThat(result.get()).isEqualTo(1);
        }

        assertThat(kept()).isEqualTo(CALLERS);
        // The first alone, the others together, at most 64 at once.
        assertThat(sql.query(
                        "select distinct xmin::text from original where sha256 like ?",
                        row -> row.getString(1),
                        run + "%"))
                .hasSize(3);
    }

    private interface Content {
        byte[] of(int number);
    }

    /** The first caller waits for the table, the others for the first. */
    private List<Future<Integer>> whileTheTableIsHeld(GroupCommit group, Content content) throws SQLException {
        try (var holder = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            try (var lock = holder.createStatement()) {
                lock.execute("lock table original in exclusive mode");
            }
            var results = new ArrayList<Future<Integer>>();
            results.add(threads.submit(() -> group.update(ids.get(0), run + 0, content.of(0), Instant.EPOCH)));
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaitsForTheTable);
            IntStream.range(1, CALLERS)
                    .mapToObj(number -> threads.submit(
                            () -> group.update(ids.get(number), run + number, content.of(number), Instant.EPOCH)))
                    .forEach(results::add);
            await().atMost(Duration.ofSeconds(30)).until(() -> group.waiting() == CALLERS - 1);
            holder.commit();
            holder.setAutoCommit(true);
            return results;
        }
    }

    private boolean somebodyWaitsForTheTable() {
        return sql.first("select 1 from pg_locks where relation = 'original'::regclass and not granted", row -> 1)
                .isPresent();
    }

    private long kept() {
        return sql.first("select count(*) from original where sha256 like ?", row -> row.getLong(1), run + "%")
                .orElseThrow();
    }
}
