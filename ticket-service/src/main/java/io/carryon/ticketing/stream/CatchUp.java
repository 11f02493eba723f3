package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.problem.Outage;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tells a client what it has missed, until it is as far as the tail and goes live. */
@ApplicationScoped
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    /** After a break all clients come back at once: the database is asked for so many of them at a time. */
    private static final int AT_ONCE = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a client may take to make room for a message. */
    private static final Duration TAKES = Duration.ofSeconds(30);

    /** Rows whose messages are held in memory for a client meanwhile. */
    private static final int PAGE = 100;

    private record Next(List<StreamMessage> messages, OutboxPosition end, boolean more) {}

    private final LogReader log;
    private final StreamMessages messages;
    private final StreamHub hub;
    private final Desks desks;
    private final StreamConfig config;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    CatchUp(LogReader log, StreamMessages messages, StreamHub hub, Desks desks, StreamConfig config) {
        this.log = log;
        this.messages = messages;
        this.hub = hub;
        this.desks = desks;
        this.config = config;
    }

    /**
     * Places the client and begins to tell it what it has missed, which goes on after this returns: as fast as the
     * client takes it. {@code roles} are those of the client's token; {@code lastEventId} is the id of what it was told
     * last, or null.
     */
    void bring(OpenStream stream, Set<String> roles, String lastEventId) throws SQLException, InterruptedException {
        if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw ProblemException.unavailable("Too many clients come at once.", Duration.ofSeconds(1));
        }
        try {
            stream.isOf(desks.arrives(stream.agentId(), roles));
            desks.lookAgain();
            place(stream, lastEventId);
        } finally {
            turns.release();
        }
        Thread.ofVirtual().name("catch-up").start(() -> follow(stream));
    }

    private void place(OpenStream stream, String lastEventId) throws SQLException {
        if (lastEventId == null || lastEventId.isBlank()) {
            stream.begin(log.end());
            return;
        }
        var last = OutboxPosition.parse(lastEventId.strip());
        if (last.isEmpty()) {
            stream.reset(log.end(), "unreadable");
        } else if (!log.isWithin(last.get(), config.replay())) {
            stream.reset(log.end(), "too-old");
        } else {
            stream.begin(last.get());
        }
    }

    /** Until the client is as far as the tail; one that cannot be told is cut off, and comes back. */
    private void follow(OpenStream stream) {
        var reached = false;
        try {
            while (!reached && hub.isOpen(stream)) {
                var next = next(stream);
                if (!tell(stream, next)) {
                    return;
                }
                reached = !next.more() && hub.goesLive(stream);
            }
        } catch (SQLException | InterruptedException | RuntimeException e) {
            // One client's stream: the others and the tail go on.
            LOG.warnf(
                    Outage.causedBy(e) ? null : e,
                    "A client could not be told what it has missed, and is when it comes back: %s",
                    e);
        } finally {
            if (!reached && hub.isOpen(stream)) {
                stream.cutOff();
                hub.close(stream);
            }
        }
    }

    /** False when the client does not take what went before. */
    private static boolean tell(OpenStream stream, Next next) throws InterruptedException {
        for (var message : next.messages()) {
            if (!stream.tellInTime(message, TAKES)) {
                return false;
            }
        }
        stream.isTold(next.end());
        return true;
    }

    private Next next(OpenStream stream) throws SQLException, InterruptedException {
        turns.acquire();
        try {
            var page = log.after(stream.position(), messages.types(), PAGE);
            return new Next(
                    messages.of(page.rows().stream().filter(stream::sees).toList(), stream.viewer()),
                    page.end(),
                    page.more());
        } finally {
            turns.release();
        }
    }
}
