package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * The replies that wait and those being sent. One process at a time has a reply, and of a ticket's replies by one
 * channel only the oldest that is not decided can be had.
 */
@ApplicationScoped
class ReplyQueue implements ReplyClaims {

    private static final String STOPPED = "The gateway stopped while sending; check with the customer";

    private final Sql sql;
    private final ReplyConfig config;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong claims = new AtomicLong();

    ReplyQueue(Sql sql, ReplyConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** How many replies of a channel wait, and whether one of them is due. */
    record Waiting(Channel channel, int replies, boolean due) {}

    /** Writes a reply that is due at once, and whose files those are; one that is there already stays as it is. Waits for the database. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 50)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    @RetryWhen(exception = PassingFailure.class)
    void add(ReplyRequested reply, String payload, String correlationId) {
        var now = clock.instant();
        var files = reply.attachments().stream()
                .map(ReplyRequested.AttachedFile::sha256)
                .toArray(String[]::new);
        sql.update(
                """
                with added as (
                    insert into reply_delivery (reply_id, ticket_id, issue_id, channel, state, payload, correlation_id,
                        waiting_since, next_attempt_at, contact_id)
                    values (?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?) on conflict (reply_id) do nothing
                    returning contact_id),
                files as (
                    insert into contact_file (contact_id, sha256)
                    select contact_id, unnest(?) from added on conflict do nothing)
                delete from uploaded_file where sha256 = any(?) and exists (select 1 from added)""",
                reply.replyId(),
                reply.ticketId(),
                reply.issueId(),
                reply.channel().wireName(),
                payload,
                correlationId,
                now,
                now,
                reply.contactId(),
                files,
                files);
    }

    /** Has a reply that was sent and not seen wait for another channel; false while it is still being sent by the first. */
    boolean reroute(ReplyRequested reply, String payload) {
        var now = clock.instant();
        sql.update("""
                update reply_delivery
                set state = 'WAITING', channel = ?, payload = ?, waiting_since = ?, next_attempt_at = ?, attempts = 0,
                    decided_at = null, claimed_by = null, leased_until = null, handed_over_at = null
                where reply_id = ? and state = 'SENT'
                """, reply.channel().wireName(), payload, now, now, reply.replyId());
        return sql.first(
                        "select 1 from reply_delivery where reply_id = ? and (state = 'CLAIMED' or state = 'WAITING' and channel <> ?)",
                        row -> true,
                        reply.replyId(),
                        reply.channel().wireName())
                .isEmpty();
    }

    /** The next reply of a channel that is due, now this caller's alone. */
    Optional<ReplyClaim> claim(Channel channel) {
        var now = clock.instant();
        return sql.first(
                """
                update reply_delivery
                set state = 'CLAIMED', claimed_by = ?, claimed_at = ?, leased_until = ?, attempts = attempts + 1
                where reply_id = (
                    select next.reply_id from reply_delivery next
                    where next.channel = ? and next.state = 'WAITING' and next.next_attempt_at <= ?
                      and not exists (
                        select 1 from reply_delivery earlier
                        where earlier.ticket_id = next.ticket_id and earlier.channel = next.channel
                          and earlier.state in ('WAITING', 'CLAIMED') and earlier.seq < next.seq)
                    order by next.next_attempt_at limit 1 for update of next skip locked)
                  and %s
                returning *""".formatted(Sql.UNAWAITED),
                ReplyQueue::claimed,
                run + "/" + claims.incrementAndGet(),
                now,
                now.plus(config.claimLease()),
                channel.wireName(),
                now);
    }

    @Override
    public boolean handOver(ReplyClaim claim) {
        return sql.update("""
                        update reply_delivery set handed_over_at = ?
                        where reply_id = ? and state = 'CLAIMED' and claimed_by = ?""", clock.instant(), claim.replyId(), claim.token()) == 1;
    }

    @Override
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 50)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    @RetryWhen(exception = PassingFailure.class)
    public boolean postpone(ReplyClaim claim, String reason, Instant until) {
        return sql.update("""
                        update reply_delivery
                        set state = 'WAITING', reason = ?, next_attempt_at = ?, claimed_by = null, leased_until = null,
                            handed_over_at = null
                        where reply_id = ? and state = 'CLAIMED' and claimed_by = ?""", reason, until, claim.replyId(), claim.token()) == 1;
    }

    @Override
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 50)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    @RetryWhen(exception = PassingFailure.class)
    public boolean decide(ReplyClaim claim, DeliveryReceipt receipt) {
        return sql.update(
                        """
                        update reply_delivery
                        set state = ?, reason = ?, message_id = ?, decided_at = ?, reported_at = null, payload = null,
                            leased_until = null
                        where reply_id = ? and state = 'CLAIMED' and claimed_by = ?""",
                        receipt.outcome().name(),
                        receipt.reason(),
                        receipt.messageId(),
                        clock.instant(),
                        claim.replyId(),
                        claim.token())
                == 1;
    }

    /** Keeps these claims for another lease. */
    void renew(Collection<String> tokens) {
        sql.update(
                "update reply_delivery set leased_until = ? where state = 'CLAIMED' and claimed_by = any(?)",
                clock.instant().plus(config.claimLease()),
                tokens.toArray(String[]::new));
    }

    /**
     * Settles the claims whose holder is gone: what was not handed over waits again, the rest nobody knows. A claim by a
     * version that knew no leases (rolling upgrade) has no words to send either and may have left: nobody knows. Returns
     * how many there were.
     */
    int settleAbandoned() {
        var now = clock.instant();
        var unleased = now.minus(config.claimLease());
        return sql.update("""
                        update reply_delivery
                        set state = 'WAITING', next_attempt_at = ?, claimed_by = null, leased_until = null
                        where state = 'CLAIMED' and leased_until < ? and handed_over_at is null""", now, now) + sql.update("""
                        update reply_delivery
                        set state = 'UNKNOWN', reason = ?, decided_at = ?, reported_at = null, payload = null,
                            leased_until = null
                        where state = 'CLAIMED'
                          and (leased_until < ? and handed_over_at is not null
                            or leased_until is null and claimed_at < ?)""", STOPPED, now, now, unleased);
    }

    /** The channels that have replies waiting. */
    List<Waiting> waiting() {
        return sql.query(
                """
                select channel, count(*), min(next_attempt_at) <= ? from reply_delivery where state = 'WAITING'
                group by channel""",
                row -> new Waiting(Channel.ofWireName(row.getString(1)), row.getInt(2), row.getBoolean(3)),
                clock.instant());
    }

    private static ReplyClaim claimed(ResultSet row) throws SQLException {
        return new ReplyClaim(
                row.getObject("reply_id", UUID.class),
                Channel.ofWireName(row.getString("channel")),
                row.getString("claimed_by"),
                row.getString("payload"),
                row.getString("correlation_id"),
                Sql.instant(row, "waiting_since"),
                row.getInt("attempts"));
    }
}
