package io.carryon.gateway.contact;

import com.fasterxml.uuid.Generators;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What no reader could read: kept whole with the reason until staff retry or discard it. */
@ApplicationScoped
public class Quarantine {

    private static final String COLUMNS = """
            select id, seq, delivery_key, channel, connection, reason, original_sha256, media_type, size, state,
                held_at, decided_at, decided_by, decision from quarantine""";

    private final Sql sql;
    private final Clock clock;

    public Quarantine(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** HELD until staff decide; a retry that worked leaves RETRIED. */
    public enum State {
        HELD,
        RETRIED,
        DISCARDED
    }

    /** One thing held back. */
    public record Item(
            UUID id,
            long position,
            String deliveryKey,
            Channel channel,
            String connection,
            String reason,
            Original original,
            State state,
            Instant heldAt,
            Instant decidedAt,
            String decidedBy,
            String decision) {}

    /** A channel's reader, asked to try again; throws {@link StillUnreadable} when it cannot. */
    public interface Rereader {

        /** Whether it reads what came by this channel. */
        boolean reads(Channel channel);

        /** Returns in a sentence what became of it. */
        String reread(Item item);
    }

    /** The retry met the same or another obstacle. */
    public static final class StillUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StillUnreadable(String reason) {
            super(reason);
        }
    }

    /** Holds it; the same delivery is held once. */
    public void hold(String deliveryKey, Channel channel, String connection, String reason, Original original) {
        sql.update(
                """
                insert into quarantine (id, delivery_key, channel, connection, reason, original_sha256, media_type,
                    size, state, held_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'HELD', ?) on conflict (delivery_key) do nothing""",
                Generators.timeBasedEpochGenerator().generate(),
                deliveryKey,
                channel.wireName(),
                connection,
                Text.cut(Text.clean(reason), 1000),
                original.sha256(),
                original.mediaType(),
                original.size(),
                Timestamp.from(Instant.now(clock)));
    }

    /** Newest first, from before this position; at most {@code limit}. */
    public List<Item> list(State state, long before, int limit) {
        return sql.query(
                COLUMNS + " where state = ? and seq < ? order by seq desc limit ?",
                Quarantine::item,
                state.name(),
                before,
                limit);
    }

    public Optional<Item> find(UUID id) {
        return sql.first(COLUMNS + " where id = ?", Quarantine::item, id);
    }

    /** Closes a held item; returns false when somebody else did so first. */
    public boolean decide(UUID id, State state, String by, String decision) {
        return sql.update(
                        """
                        update quarantine set state = ?, decided_at = ?, decided_by = ?, decision = ?
                        where id = ? and state = 'HELD'""",
                        state.name(),
                        Timestamp.from(Instant.now(clock)),
                        by,
                        Text.cut(Text.clean(decision), 1000),
                        id)
                == 1;
    }

    private static Item item(ResultSet row) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new Item(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getString("delivery_key"),
                Channel.ofWireName(row.getString("channel")),
                row.getString("connection"),
                row.getString("reason"),
                new Original(row.getString("original_sha256"), row.getString("media_type"), row.getLong("size")),
                State.valueOf(row.getString("state")),
                row.getTimestamp("held_at").toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_by"),
                row.getString("decision"));
    }
}
