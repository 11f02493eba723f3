package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row per reply, written before it is sent: what keeps a redelivered request from being sent twice. */
@ApplicationScoped
class DeliveryLog {

    private static final String CLAIMED = "CLAIMED";

    private final Sql sql;
    private final Clock clock;
    /** Tells the claims of this run from those a crash left behind. */
    private final String run = UUID.randomUUID().toString();

    DeliveryLog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A reply's row. */
    record Row(
            UUID replyId,
            UUID ticketId,
            UUID issueId,
            Channel channel,
            String state,
            String reason,
            String messageId,
            String claimedBy,
            Instant claimedAt,
            Instant decidedAt,
            boolean reported) {

        boolean isClaimed() {
            return state.equals(CLAIMED);
        }

        DeliveryOutcome outcome() {
            return new DeliveryOutcome(
                    replyId,
                    ticketId,
                    issueId,
                    channel,
                    DeliveryReceipt.Outcome.valueOf(state),
                    reason,
                    messageId,
                    decidedAt);
        }
    }

    /** True for the one caller who may send this reply. */
    boolean claim(ReplyRequested reply) {
        return sql.update(
                        """
                        insert into reply_delivery (reply_id, ticket_id, issue_id, channel, state, claimed_by, claimed_at)
                        values (?, ?, ?, ?, 'CLAIMED', ?, ?) on conflict (reply_id) do nothing""",
                        reply.replyId(),
                        reply.ticketId(),
                        reply.issueId(),
                        reply.channel().wireName(),
                        run,
                        Instant.now(clock))
                == 1;
    }

    boolean isOfThisRun(Row row) {
        return row.claimedBy().equals(run);
    }

    Optional<Row> find(UUID replyId) {
        return sql.first("select * from reply_delivery where reply_id = ?", DeliveryLog::row, replyId);
    }

    /** Writes what is known now; it has to be reported (again). */
    void decide(UUID replyId, DeliveryReceipt receipt) {
        sql.update("""
                update reply_delivery set state = ?, reason = ?, message_id = coalesce(?, message_id), decided_at = ?,
                    reported_at = null where reply_id = ?""", receipt.outcome().name(), receipt.reason(), receipt.messageId(), Instant.now(clock), replyId);
    }

    void reported(DeliveryOutcome outcome) {
        sql.update(
                "update reply_delivery set reported_at = ? where reply_id = ? and state = ?",
                Instant.now(clock),
                outcome.replyId(),
                outcome.outcome().name());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("reply_id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getObject("issue_id", UUID.class),
                Channel.ofWireName(row.getString("channel")),
                row.getString("state"),
                row.getString("reason"),
                row.getString("message_id"),
                row.getString("claimed_by"),
                Sql.instant(row, "claimed_at"),
                Sql.instant(row, "decided_at"),
                Sql.instant(row, "reported_at") != null);
    }
}
