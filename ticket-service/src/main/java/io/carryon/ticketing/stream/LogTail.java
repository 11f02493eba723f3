package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.outbox.TicketLog;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.jboss.logging.Logger;

/**
 * Reads the log once for all open streams of the process: woken by what is committed here, and by a poll for what other
 * instances write. Reads nothing while nobody listens.
 */
@ApplicationScoped
class LogTail {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);
    private static final int LOOK_AGAIN_GROWS_TO = 16;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final int PAGE = 200;

    private final LogReader log;
    private final StreamMessages messages;
    private final StreamHub hub;
    private final Desks desks;
    private final StreamConfig config;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private Thread thread;
    private volatile boolean stopping;
    private Instant nextBeat = Instant.MIN;
    private int heldBack;
    private volatile Instant lastSuccess;
    private boolean failing;

    LogTail(
            LogReader log,
            StreamMessages messages,
            StreamHub hub,
            Desks desks,
            StreamConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.log = log;
        this.messages = messages;
        this.hub = hub;
        this.desks = desks;
        this.config = config;
        this.clock = clock;
        this.lastSuccess = clock.instant();
        metrics.gauge(
                "carryon.stream.stuck.seconds",
                this,
                tail -> Duration.between(tail.lastSuccess, clock.instant()).toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("log-tail").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        thread.join(Duration.ofSeconds(3));
        hub.endAll();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketLog.Appended appended) {
        wake.release();
    }

    boolean alive() {
        return thread != null && thread.isAlive();
    }

    /** When the streams were last told all there was to tell. */
    Instant lastSuccess() {
        return lastSuccess;
    }

    private void run() {
        while (!stopping) {
            var pause = step();
            try {
                if (!pause.isZero() && wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration step() {
        try {
            hub.endExpired(clock.instant());
            if (!clock.instant().isBefore(nextBeat)) {
                nextBeat = clock.instant().plus(config.heartbeat());
                hub.beat();
            }
            var from = hub.told();
            var pause = from.isEmpty() ? POLL : next(from.get());
            lastSuccess = clock.instant();
            failing = false;
            return pause;
        } catch (SQLException | RuntimeException | Error e) {
            // Nothing may end this thread: the streams would stay open and tell nothing.
            if (!failing) {
                LOG.warn("The streams cannot be told what happens; trying until they can", e);
            }
            failing = true;
            return AFTER_A_FAILURE;
        }
    }

    private Duration next(OutboxPosition from) throws SQLException {
        hub.know(desks.refresh(hub.agents()));
        var page = log.after(from, messages.types(), PAGE);
        if (!page.end().equals(from)) {
            hub.tell(from, messages.of(page.rows()), page.end());
        }
        // An old transaction may stay open for long: look for its end less and less often.
        heldBack = page.heldBack() ? Math.min(heldBack + 1, LOOK_AGAIN_GROWS_TO) : 0;
        if (page.more()) {
            return Duration.ZERO;
        }
        return heldBack > 0 ? LOOK_AGAIN.multipliedBy(heldBack) : POLL;
    }
}
