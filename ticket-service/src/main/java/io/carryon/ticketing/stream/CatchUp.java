package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells a client what it has missed, until it is as far as the tail and goes live. */
@ApplicationScoped
class CatchUp {

    /** After a break all clients come back at once: the database is asked for so many of them at a time. */
    private static final int AT_ONCE = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 500;

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

    /** {@code lastEventId} is the id of what the client was told last, or null. */
    void bring(OpenStream stream, String lastEventId) throws SQLException, InterruptedException {
        if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw ProblemException.unavailable("Too many clients come at once.", Duration.ofSeconds(1));
        }
        try {
            stream.isOf(desks.arrives(stream.agentId()));
            if (lastEventId == null || lastEventId.isBlank()) {
                stream.begin(log.end());
            } else {
                resume(stream, OutboxPosition.parse(lastEventId.strip()));
            }
            while (!hub.goesLive(stream)) {
                tellNext(stream);
            }
        } finally {
            turns.release();
        }
    }

    private void resume(OpenStream stream, Optional<OutboxPosition> last) throws SQLException {
        if (last.isEmpty()) {
            stream.reset(log.end(), "unreadable");
        } else if (!log.isWithin(last.get(), config.replay())) {
            stream.reset(log.end(), "too-old");
        } else {
            stream.begin(last.get());
            replay(stream);
        }
    }

    private void replay(OpenStream stream) throws SQLException {
        var missed = 0;
        LogReader.Page page;
        do {
            page = log.after(stream.position(), PAGE);
            var concerning = messages.of(page.rows(), stream.viewer());
            missed += concerning.size();
            if (missed > config.buffer() / 2) {
                stream.reset(log.end(), "too-much");
                return;
            }
            concerning.forEach(stream::tell);
            stream.isTold(page.end());
        } while (page.more());
    }

    /** The tail went on meanwhile. */
    private void tellNext(OpenStream stream) throws SQLException {
        var page = log.after(stream.position(), PAGE);
        messages.of(page.rows(), stream.viewer()).forEach(stream::tell);
        stream.isTold(page.end());
    }
}
