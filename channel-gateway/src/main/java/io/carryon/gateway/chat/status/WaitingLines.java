package io.carryon.gateway.chat.status;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for an answer in each queue, in the order of their turn: who asked for a person first, then who waits
 * longest. One look at a queue serves all its chats for a second.
 */
@ApplicationScoped
public class WaitingLines {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    /** Nobody is told a place further back. */
    private static final int LENGTH = 500;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Sql sql;
    private final Clock clock;

    public WaitingLines(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Line(Map<UUID, Integer> places, Instant seenAt) {}

    /** The chat's place in its queue, 1 is next; null while the queue is not known, and beyond 500. */
    Integer placeOf(ChatSession session) {
        var queue = session.ticket().queue();
        if (queue == null) {
            return null;
        }
        var now = clock.instant();
        var seen = lines.get(queue);
        if (seen == null || !now.isBefore(seen.seenAt().plus(GOOD_FOR)) || isNewcomer(session, seen)) {
            seen = look(queue, now);
            lines.put(queue, seen);
        }
        return seen.places().get(session.sessionId());
    }

    private static boolean isNewcomer(ChatSession session, Line seen) {
        return seen.places().size() < LENGTH && !seen.places().containsKey(session.sessionId());
    }

    private Line look(String queue, Instant now) {
        var places = new HashMap<UUID, Integer>();
        sql.query("""
                        select session_id from chat_session
                        where ticket_queue = ? and waiting_since is not null and expires_at > ?
                        order by (handoff_at is null), waiting_since limit ?
                        """, row -> row.getObject(1, UUID.class), queue, now, LENGTH)
                .forEach(id -> places.put(id, places.size() + 1));
        return new Line(places, now);
    }
}
