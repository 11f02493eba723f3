package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Which messages of ours are which part of which reply, and what became of them. */
@ApplicationScoped
class SentMessages {

    private final Sql sql;
    private final Clock clock;

    SentMessages(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The parts that are out already, with the provider's ids. */
    SortedMap<Integer, String> of(UUID replyId) {
        var parts = new TreeMap<Integer, String>();
        sql.query(
                        "select part, coalesce(provider_id, '') from messenger_sent where reply_id = ?",
                        row -> Map.entry(row.getInt(1), row.getString(2)),
                        replyId)
                .forEach(part -> parts.put(part.getKey(), part.getValue()));
        return parts;
    }

    /** Notes that a part is out; its conversation goes on by it. */
    void note(ReplyRequested reply, Conversation conversation, int part, int parts, String providerId) {
        var now = clock.instant();
        sql.update(
                """
                with active as (
                    update messenger_conversation set last_at = greatest(last_at, ?) where contact_id = ?)
                insert into messenger_sent (reply_id, part, parts, contact_id, issue_id, channel, connection,
                    provider_id, state, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'SENT', ?) on conflict (reply_id, part) do nothing""",
                now,
                conversation.contactId(),
                reply.replyId(),
                part,
                parts,
                conversation.contactId(),
                reply.issueId(),
                conversation.channel().wireName(),
                conversation.connection(),
                providerId,
                now);
    }

    /** The issue a message of ours was about. */
    Optional<UUID> issueOf(Channel channel, String connection, String providerId) {
        return sql.first(
                "select issue_id from messenger_sent where channel = ? and connection = ? and provider_id = ?",
                row -> row.getObject("issue_id", UUID.class),
                channel.wireName(),
                connection,
                providerId);
    }

    /** What is known of a reply by now. */
    record Progress(UUID replyId, boolean isAllDelivered, String failure) {}

    /** Notes a message's state unless a later one is known already; empty when the message is not ours. */
    Optional<Progress> note(Channel channel, String connection, Reading.Delivery delivery) {
        sql.update(
                """
                update messenger_sent set state = ?, reason = ?
                where channel = ? and connection = ? and provider_id = ? and state <> 'FAILED'
                  and array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], ?)
                    > array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], state)""",
                delivery.state().name(),
                delivery.reason(),
                channel.wireName(),
                connection,
                delivery.providerId(),
                delivery.state().name());
        return sql.first(
                """
                select reply_id, count(*) filter (where state in ('DELIVERED', 'READ')) = max(parts) as delivered,
                    max(case when state = 'FAILED' then coalesce(reason, '') end) as failure
                from messenger_sent where reply_id = (
                    select reply_id from messenger_sent where channel = ? and connection = ? and provider_id = ?)
                group by reply_id""",
                row -> new Progress(
                        row.getObject("reply_id", UUID.class), row.getBoolean("delivered"), row.getString("failure")),
                channel.wireName(),
                connection,
                delivery.providerId());
    }
}
