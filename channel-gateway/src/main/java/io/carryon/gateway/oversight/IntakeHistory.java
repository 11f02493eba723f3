package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the intake log for staff. */
@ApplicationScoped
class IntakeHistory {

    private final Sql sql;

    IntakeHistory(Sql sql) {
        this.sql = sql;
    }

    /** One delivery and what became of it. */
    @Schema(name = "Intake")
    record Row(
            long position,
            Instant at,
            Channel channel,
            String connection,
            Outcome outcome,
            UUID contactId,
            UUID entryId,
            String reason,
            String providerId,
            String originalSha256) {}

    /** How many deliveries of a channel ended in an outcome. */
    @Schema(name = "IntakeCount")
    record Count(Channel channel, Outcome outcome, long count) {}

    /** Newest first; null for a filter means any. */
    List<Row> list(Channel channel, Outcome outcome, long before, int limit) {
        return sql.query(
                """
                select seq, at, channel, connection, outcome, contact_id, entry_id, reason, provider_id, original_sha256
                from intake_log where seq < ? and (?::text is null or channel = ?) and (?::text is null or outcome = ?)
                order by seq desc limit ?""",
                row -> new Row(
                        row.getLong("seq"),
                        Sql.instant(row, "at"),
                        Channel.ofWireName(row.getString("channel")),
                        row.getString("connection"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("contact_id", UUID.class),
                        row.getObject("entry_id", UUID.class),
                        row.getString("reason"),
                        row.getString("provider_id"),
                        row.getString("original_sha256")),
                before,
                channel == null ? null : channel.wireName(),
                channel == null ? null : channel.wireName(),
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.name(),
                limit);
    }

    List<Count> counts() {
        return sql.query(
                "select channel, outcome, count(*) from intake_log group by channel, outcome order by channel, outcome",
                row -> new Count(
                        Channel.ofWireName(row.getString(1)), Outcome.valueOf(row.getString(2)), row.getLong(3)));
    }
}
