package io.carryon.gateway.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One statement for many callers at once: whoever comes first commits, and those who came meanwhile share the next
 * commit. Nobody waits for company; the busier it is, the cheaper a row becomes.
 */
public final class GroupCommit {

    private static final int MOST_AT_ONCE = 64;

    /** Java compares the halves of UUIDs as signed numbers, PostgreSQL their bytes: as their letters stand. */
    private static final Comparator<Row> AS_THE_DATABASE =
            Comparator.comparing(row -> row.order().toString());

    private final Sql sql;
    private final String statement;
    private final Queue<Row> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock atWork = new ReentrantLock(true);

    public GroupCommit(Sql sql, String statement) {
        this.sql = sql;
        this.statement = statement;
    }

    /**
     * Returns after the commit, with the number of rows changed; throws {@link StorageException} as if alone.
     *
     * @param order what the row is about: rows are written in the database's order of it, so that neither two groups nor
     *     a group and a statement that locks in that order wait for each other
     */
    public int update(UUID order, Object... values) {
        var row = new Row(order, values, new CompletableFuture<>());
        waiting.add(row);
        atWork.lock();
        try {
            while (!row.changed().isDone()) {
                commit(together());
            }
        } finally {
            atWork.unlock();
        }
        try {
            return row.changed().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StorageException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** How many wait for the present commit to end. */
    int waiting() {
        return waiting.size();
    }

    private List<Row> together() {
        var rows = new ArrayList<Row>();
        for (var row = waiting.poll(); row != null; row = rows.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            rows.add(row);
        }
        rows.sort(AS_THE_DATABASE);
        return rows;
    }

    /** Leaves no row undecided, whatever happens: somebody waits for each. */
    private void commit(List<Row> rows) {
        try {
            var changed = rows.size() == 1
                    ? new int[] {sql.update(statement, rows.getFirst().values())}
                    : sql.batch(statement, rows.stream().map(Row::values).toList());
            for (var i = 0; i < changed.length; i++) {
                rows.get(i).changed().complete(changed[i]);
            }
        } catch (StorageException e) {
            if (rows.size() > 1 && !e.isOutage()) {
                oneByOne(rows);
            } else {
                refuse(rows, e);
            }
        } catch (RuntimeException | Error e) {
            refuse(rows, e);
        }
    }

    /** One row's fault is not the others'; an outage that comes in between is everybody's. */
    private void oneByOne(List<Row> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i).changed();
            commit(rows.subList(i, i + 1));
            if (row.isCompletedExceptionally()
                    && row.exceptionNow() instanceof StorageException refused
                    && refused.isOutage()) {
                refuse(rows.subList(i + 1, rows.size()), refused);
                return;
            }
        }
    }

    private static void refuse(List<Row> rows, Throwable reason) {
        rows.forEach(row -> row.changed().completeExceptionally(reason));
    }

    private record Row(UUID order, Object[] values, CompletableFuture<Integer> changed) {}
}
