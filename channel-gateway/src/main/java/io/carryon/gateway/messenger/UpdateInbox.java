package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What providers posted, from the moment they are answered until it is worked off. Of a conversation's updates only the
 * first that is left can be had, by one worker at a time.
 */
@ApplicationScoped
class UpdateInbox {

    private static final int PRUNED_AT_ONCE = 10_000;

    private final Sql sql;
    private final MessengerConfig config;
    private final Clock clock;

    UpdateInbox(Sql sql, MessengerConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** Returns once they are durable, all or none; one that was there before stays as it is. */
    void add(Channel channel, String connection, List<ArrivedUpdate> updates) {
        var now = clock.instant();
        sql.batch(
                """
                insert into messenger_update (update_id, channel, connection, conversation, position, payload,
                    received_at, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (update_id) do nothing""",
                updates.stream()
                        .map(update -> new Object[] {
                            idOf(channel, connection, update.providerId()),
                            channel.wireName(),
                            connection,
                            ContactId.derive(channel.wireName(), connection, "conversation", update.conversation()),
                            update.position(),
                            update.payload(),
                            now,
                            now
                        })
                        .toList());
    }

    private static UUID idOf(Channel channel, String connection, String providerId) {
        return ContactId.derive(channel.wireName(), connection, providerId);
    }

    /** The next that is due, now this caller's alone. */
    Optional<Update> claim() {
        var now = clock.instant();
        return sql.first("""
                update messenger_update set leased_until = ?, attempts = attempts + 1
                where seq = (
                    select next.seq from messenger_update next
                    where next.done_at is null and next.next_attempt_at <= ?
                      and (next.leased_until is null or next.leased_until < ?)
                      and not exists (
                        select 1 from messenger_update earlier
                        where earlier.conversation = next.conversation and earlier.done_at is null
                          and (earlier.position, earlier.seq) < (next.position, next.seq))
                    order by next.next_attempt_at, next.seq limit 1 for update of next skip locked)
                returning *""", UpdateInbox::update, now.plus(config.lease()), now, now);
    }

    /** It is worked off; what it said is held no longer. */
    void done(Update update) {
        sql.update(
                "update messenger_update set done_at = ?, payload = null, leased_until = null where seq = ?",
                clock.instant(),
                update.seq());
    }

    /**
     * One that was put aside, for who works it off without the workers: this caller's alone until {@link #release}, and
     * without its payload. Whether it is remembered or not, it has a place; empty while somebody else has it.
     */
    Optional<Update> claimPutAside(UUID updateId, Channel channel, String connection, Instant heldAt) {
        var now = clock.instant();
        return sql.first(
                """
                insert into messenger_update as known (update_id, channel, connection, conversation, position,
                    received_at, next_attempt_at, done_at, leased_until)
                values (?, ?, ?, ?, 0, ?, ?, ?, ?)
                on conflict (update_id) do update set leased_until = excluded.leased_until
                    where known.leased_until is null or known.leased_until < ?
                returning *""",
                UpdateInbox::update,
                updateId,
                channel.wireName(),
                connection,
                updateId,
                heldAt,
                heldAt,
                now,
                now.plus(config.lease()),
                now);
    }

    /** Whoever wants it next may have it. */
    void release(Update update) {
        sql.update("update messenger_update set leased_until = null where seq = ?", update.seq());
    }

    /** It is tried again, later each time. */
    void postpone(Update update) {
        var pause = Duration.ofSeconds(1L << Math.min(update.attempts() - 1, 20));
        var longest = config.longestPause();
        sql.update(
                "update messenger_update set next_attempt_at = ?, leased_until = null where seq = ?",
                clock.instant().plus(pause.compareTo(longest) < 0 ? pause : longest),
                update.seq());
    }

    /** Forgets what was worked off so long ago that it cannot come again. */
    int prune() {
        return sql.update("""
                delete from messenger_update where seq in (
                    select seq from messenger_update where done_at < ? order by done_at limit ?)""", clock.instant().minus(config.remembered()), PRUNED_AT_ONCE);
    }

    /** How many are not worked off. */
    int waiting() {
        return sql.first("select count(*) from messenger_update where done_at is null", row -> row.getInt(1))
                .orElse(0);
    }

    private static Update update(ResultSet row) throws SQLException {
        var id = row.getObject("update_id", UUID.class);
        return new Update(
                row.getLong("seq"),
                id,
                id.toString(),
                Channel.ofWireName(row.getString("channel")),
                row.getString("connection"),
                row.getBytes("payload"),
                Sql.instant(row, "received_at"),
                row.getInt("attempts"));
    }
}
