package io.carryon.gateway.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
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

    private final Sql sql;
    private final String statement;
    private final Queue<Row> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock atWork = new ReentrantLock(true);

    public GroupCommit(Sql sql, String statement) {
        this.sql = sql;
        this.statement = statement;
    }

    /** Returns after the commit, with the number of rows changed; throws {@link StorageException} as if alone. */
    public int update(Object... values) {
        var row = new Row(values, new CompletableFuture<>());
        waiting.add(row);
        atWork.lock();
        try {
            if (!row.changed().isDone()) {
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
        return rows;
    }

    private void commit(List<Row> rows) {
        if (rows.size() == 1) {
            alone(rows.getFirst());
            return;
        }
        try {
            var changed = sql.batch(statement, rows.stream().map(Row::values).toList());
            for (var i = 0; i < changed.length; i++) {
                rows.get(i).changed().complete(changed[i]);
            }
        } catch (StorageException e) {
            if (e.isOutage()) {
                rows.forEach(row -> row.changed().completeExceptionally(e));
            } else {
                // One row's fault is not the others'.
                rows.forEach(this::alone);
            }
        } catch (RuntimeException e) {
            rows.forEach(row -> row.changed().completeExceptionally(e));
        }
    }

    private void alone(Row row) {
        try {
            row.changed().complete(sql.update(statement, row.values()));
        } catch (RuntimeException e) {
            row.changed().completeExceptionally(e);
        }
    }

    private record Row(Object[] values, CompletableFuture<Integer> changed) {}
}
