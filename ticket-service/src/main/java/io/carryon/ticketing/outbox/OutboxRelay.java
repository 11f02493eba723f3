package io.carryon.ticketing.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Publishes the log: woken right after a commit, and by a poll for what another instance has written. */
@ApplicationScoped
public class OutboxRelay {

    /** The name of the position. */
    static final String NAME = "kafka";

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);
    private static final Duration OTHERS_STEP = Duration.ofMillis(20);
    private static final int LOOK_AGAIN_GROWS_TO = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final OutboxBatch batch;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private Thread thread;
    private volatile boolean stopping;
    private volatile Instant lastSuccess;
    private final RelayJournal journal;
    private int failures;
    private int heldBack;

    OutboxRelay(
            DataSource database,
            OutboxStore store,
            RowReader reader,
            OutboxLetters letters,
            KafkaAnnouncer announcer,
            Clock clock) {
        this.batch = new OutboxBatch(database, store, reader, letters, announcer, NAME);
        this.journal = new RelayJournal(clock);
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        lastSuccess = clock.instant();
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        thread.join(Duration.ofSeconds(3));
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketLog.Appended appended) {
        wake.release();
    }

    /** When a step last went well; the relay takes one at least every {@link #POLL}. */
    Instant lastSuccess() {
        return lastSuccess;
    }

    boolean alive() {
        return thread != null && thread.isAlive();
    }

    private void run() {
        var pause = Duration.ZERO;
        while (!stopping) {
            try {
                if (!pause.isZero() && wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
                pause = step();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration step() {
        try {
            var progress = batch.publishNext();
            lastSuccess = clock.instant();
            failures = 0;
            // An old transaction may stay open for long: look for its end less and less often.
            heldBack = progress == OutboxBatch.Progress.HELD_BACK ? Math.min(heldBack + 1, LOOK_AGAIN_GROWS_TO) : 0;
            if (heldBack == 0) {
                journal.well();
            } else {
                journal.heldBack(batch::heldBackBy);
            }
            return switch (progress) {
                case MORE -> Duration.ZERO;
                case HELD_BACK -> LOOK_AGAIN.multipliedBy(heldBack);
                case ELSEWHERE -> OTHERS_STEP;
                case IDLE -> POLL;
            };
        } catch (SQLException | RuntimeException | Error e) {
            // Nothing may end this thread, not even a heap that is full for a moment: no reply would leave any more.
            failures++;
            journal.failed(e);
            var pause = POLL.multipliedBy(failures);
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }
}
