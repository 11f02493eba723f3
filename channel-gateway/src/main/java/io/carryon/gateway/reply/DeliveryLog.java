package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
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

/** What became of the replies, and whether the others were told. */
@ApplicationScoped
class DeliveryLog implements OutcomeReport.Log {

    private static final int AT_ONCE = 100;

    private final Sql sql;
    private final Clock clock;

    DeliveryLog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<Decided> unreported(UUID replyId) {
        return sql.first("""
                select * from reply_delivery
                where reply_id = ? and decided_at is not null and reported_at is null""", DeliveryLog::decided, replyId);
    }

    @Override
    public List<Decided> unreportedFor(Duration age) {
        return sql.query("""
                select * from reply_delivery where decided_at <= ? and reported_at is null
                order by decided_at limit ?""", DeliveryLog::decided, clock.instant().minus(age), AT_ONCE);
    }

    @Override
    public void reported(DeliveryOutcome outcome) {
        sql.update(
                "update reply_delivery set reported_at = ? where reply_id = ? and state = ? and " + Sql.UNAWAITED,
                Instant.now(clock),
                outcome.replyId(),
                outcome.outcome().name());
    }

    /** Notes that a reply came back, even before its sending was decided; false when none was being sent from here. */
    boolean bounced(UUID replyId, DeliveryReceipt receipt) {
        sql.update("""
                update reply_delivery
                set state = 'BOUNCED', reason = ?, decided_at = ?, reported_at = null, payload = null
                where reply_id = ? and state not in ('BOUNCED', 'WAITING')""", receipt.reason(), clock.instant(), replyId);
        return sql.first("select 1 from reply_delivery where reply_id = ? and state = 'BOUNCED'", row -> true, replyId)
                .isPresent();
    }

    /** Those of these replies that wait to be sent. */
    List<UUID> waiting(List<UUID> replyIds) {
        return sql.query(
                "select reply_id from reply_delivery where reply_id = any(?) and state = 'WAITING'",
                row -> row.getObject(1, UUID.class),
                (Object) replyIds.toArray(UUID[]::new));
    }

    /** Notes that the customer has seen replies, even before their sending was decided; returns those that is news of. */
    List<UUID> delivered(List<UUID> replyIds) {
        return sql.query("""
                update reply_delivery
                set state = 'DELIVERED', decided_at = ?, reported_at = null, payload = null
                where reply_id = any(?) and state in ('CLAIMED', 'SENT') returning reply_id""", row -> row.getObject(1, UUID.class), clock.instant(), replyIds.toArray(UUID[]::new));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                new DeliveryOutcome(
                        row.getObject("reply_id", UUID.class),
                        row.getObject("ticket_id", UUID.class),
                        row.getObject("issue_id", UUID.class),
                        Channel.ofWireName(row.getString("channel")),
                        DeliveryReceipt.Outcome.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("message_id"),
                        Sql.instant(row, "decided_at")),
                row.getString("correlation_id"));
    }
}
