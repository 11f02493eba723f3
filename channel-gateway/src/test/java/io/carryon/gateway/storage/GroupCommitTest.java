package io.carryon.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

    private static final int CALLERS = 5;

    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    /** A database that is held at the first statement, answers the group after it as told, then single rows as told. */
    private final class TroubledSql extends Sql {

        private final Throwable group;
        private final SQLException single;
        private volatile boolean atWork;
        private int singles;

        TroubledSql(Throwable group, SQLException single) {
            super(null);
            this.group = group;
            this.single = single;
        }

        @Override
        public int update(String statement, Object... values) {
            if (!atWork) {
                atWork = true;
                awaitRelease();
                return 1;
            }
            singles++;
            throw new StorageException(single);
        }

        @Override
        public int[] batch(String statement, List<Object[]> rows) {
            if (group instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) group;
        }
    }

    @Test
    void nobodyWaitsForEverAfterAnError() throws InterruptedException {
        var results = updates(new TroubledSql(new OutOfMemoryError("of the test"), null));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.exceptionNow()).hasRootCauseInstanceOf(OutOfMemoryError.class));
    }

    @Test
    void anOutageBehindARowsFaultIsNotWaitedForByEachRow() throws InterruptedException {
        var sql = new TroubledSql(
                new StorageException(new SQLException("a bad row", "23502")), new SQLException("gone", "08006"));

        var results = updates(sql);

        assertThat(results)
                .allSatisfy(result -> assertThat(result.exceptionNow()).isInstanceOf(StorageException.class));
        assertThat(sql.singles).isEqualTo(1);
    }

    @Test
    void anOutageIsEverybodys() throws InterruptedException {
        var sql = new TroubledSql(new StorageException(new SQLException("gone", "08006")), null);

        var results = updates(sql);

        assertThat(results)
                .allSatisfy(result -> assertThat(result.exceptionNow()).isInstanceOf(StorageException.class));
        assertThat(sql.singles).isZero();
    }

    @Test
    void whatIsWrittenTogetherStandsInTheDatabasesOrder() throws InterruptedException {
        var sql = new KeepingSql();
        var group = new GroupCommit(sql, "irrelevant");
        var low = new UUID(1, 1);
        var high = new UUID(-1, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> group.update(low, "first"));
            await().atMost(Duration.ofSeconds(30)).until(() -> sql.atWork);
            for (var id : List.of(high, low)) {
                threads.execute(() -> group.update(id, id));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> group.waiting() == 2);
            firstMayEnd.countDown();
        }

        // PostgreSQL compares the bytes.
        assertThat(sql.together).extracting(row -> row[0]).containsExactly(low, high);
    }

    /** A database that is held at the first statement and takes the group after it. */
    private final class KeepingSql extends Sql {

        private volatile boolean atWork;
        private List<Object[]> together = List.of();

        KeepingSql() {
            super(null);
        }

        @Override
        public int update(String statement, Object... values) {
            atWork = true;
            awaitRelease();
            return 1;
        }

        @Override
        public int[] batch(String statement, List<Object[]> rows) {
            together = List.copyOf(rows);
            return new int[rows.size()];
        }
    }

    private void awaitRelease() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of those who came while the first was at work. */
    private List<Future<Integer>> updates(TroubledSql sql) throws InterruptedException {
        var group = new GroupCommit(sql, "irrelevant");
        var results = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> group.update(UUID.randomUUID(), "first"));
            await().atMost(Duration.ofSeconds(30)).until(() -> sql.atWork);
            for (var i = 0; i < CALLERS; i++) {
                results.add(threads.submit(() -> group.update(UUID.randomUUID(), "later")));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> group.waiting() == CALLERS);
            firstMayEnd.countDown();
        }
        return results;
    }
}
