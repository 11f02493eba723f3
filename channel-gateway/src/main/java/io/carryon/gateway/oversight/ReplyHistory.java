package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads for staff what became of replies, or why they still wait. */
@ApplicationScoped
class ReplyHistory {

    private static final String SENDING_AS_STORED = "CLAIMED";

    private final Sql sql;

    ReplyHistory(Sql sql) {
        this.sql = sql;
    }

    /** Where a reply is: with us (WAITING, SENDING) or decided. */
    @Schema(name = "ReplyState")
    enum State {
        WAITING,
        SENDING,
        SENT,
        DELIVERED,
        BOUNCED,
        FAILED,
        UNKNOWN;

        private String stored() {
            return this == SENDING ? SENDING_AS_STORED : name();
        }

        private static State ofStored(String name) {
            return name.equals(SENDING_AS_STORED) ? SENDING : valueOf(name);
        }
    }

    /**
     * One reply.
     *
     * @param reason the other side's last words: why it waits, failed or came back
     * @param nextAttemptAt only while it waits
     */
    @Schema(name = "Reply")
    record Row(
            long position,
            UUID replyId,
            UUID ticketId,
            Channel channel,
            State state,
            String reason,
            int attempts,
            Instant requestedAt,
            Instant nextAttemptAt,
            Instant decidedAt) {}

    /** Newest first; null for a filter means any. */
    List<Row> list(State state, UUID ticketId, long before, int limit) {
        return sql.query(
                """
                select * from reply_delivery
                where seq < ? and (?::text is null or state = ?) and (?::uuid is null or ticket_id = ?)
                order by seq desc limit ?""",
                row -> {
                    var found = State.ofStored(row.getString("state"));
                    return new Row(
                            row.getLong("seq"),
                            row.getObject("reply_id", UUID.class),
                            row.getObject("ticket_id", UUID.class),
                            Channel.ofWireName(row.getString("channel")),
                            found,
                            row.getString("reason"),
                            row.getInt("attempts"),
                            Sql.instant(row, "waiting_since"),
                            found == State.WAITING ? Sql.instant(row, "next_attempt_at") : null,
                            Sql.instant(row, "decided_at"));
                },
                before,
                state == null ? null : state.stored(),
                state == null ? null : state.stored(),
                ticketId,
                ticketId,
                limit);
    }
}
