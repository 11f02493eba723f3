package io.carryon.ticketing.search;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a ticket in a list, and the row they make. */
final class SummaryColumns {

    static final String NAMES =
            "t.id, t.number, t.subject, t.status, t.queue, t.owner, t.priority, t.channel, t.issue_id,"
                    + " coalesce((select g.survivor_id from ticketing.customer_group g where g.member_id = t.customer_id),"
                    + " t.customer_id), t.customer_name,"
                    + " (select w.since from ticketing.person_wanted w where w.ticket_id = t.id), t.opened_at, t.updated_at, t.revision";

    private SummaryColumns() {}

    static TicketSummary read(ResultSet row) throws SQLException {
        return new TicketSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                TicketStatus.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                Priority.valueOf(row.getString(7)),
                Channel.valueOf(row.getString(8)),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class),
                row.getString(11),
                instant(row, 12),
                instant(row, 13),
                instant(row, 14),
                row.getInt(15));
    }

    private static Instant instant(ResultSet row, int at) throws SQLException {
        var time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
