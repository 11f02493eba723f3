package io.carryon.local.parts;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/** Lets all writes that wait at the same time share one commit of the store. */
final class GroupCommit implements AutoCloseable {

    private static final int SPARSE_PERCENT = 60;
    private static final int COMPACT_BYTES = 8 << 20;
    private static final int COMMITS_BETWEEN_COMPACTIONS = 2_000;

    private final MVStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread committer = new Thread(this::run, "group-commit");
    private long requested;
    private long committed;
    private long sinceCompaction;
    private boolean closed;
    private RuntimeException failure;

    GroupCommit(MVStore store) {
        this.store = store;
        committer.setDaemon(true);
        committer.start();
    }

    /** Returns when everything this thread wrote before is in the file. */
    void await() {
        lock.lock();
        try {
            long mine = ++requested;
            asked.signal();
            while (committed < mine && failure == null) {
                done.awaitUninterruptibly();
            }
            if (failure != null) {
                throw new IllegalStateException("The store cannot be written any more", failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (long target = next(); target >= 0; target = next()) {
            try {
                store.commit();
                tidyNowAndThen();
                finish(target, null);
            } catch (RuntimeException e) {
                finish(target, e);
                return;
            }
        }
    }

    /** The last request that the next commit covers, or -1 when closed. */
    private long next() {
        lock.lock();
        try {
            while (requested == committed && !closed) {
                asked.awaitUninterruptibly();
            }
            return requested == committed ? -1 : requested;
        } finally {
            lock.unlock();
        }
    }

    private void finish(long target, RuntimeException problem) {
        lock.lock();
        try {
            committed = target;
            failure = problem;
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Without the store's own background thread nobody else reuses the space of old versions. */
    private void tidyNowAndThen() {
        if (++sinceCompaction >= COMMITS_BETWEEN_COMPACTIONS) {
            sinceCompaction = 0;
            store.compact(SPARSE_PERCENT, COMPACT_BYTES);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
        try {
            committer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
