package io.carryon.ticketing.reports;

import io.carryon.ticketing.reports.RepeatContactReport.Share;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts solutions by who did them, from the log and from when customers were acknowledged first; in the caller's
 * transaction.
 */
@ApplicationScoped
class Unacknowledged {

    /** Solved is a ticket by the event that makes it resolved or closed, and not by one that only closes a resolved one. */
    private static final String COUNT = """
            with solution as (
                select case e.actor_kind when 'STAFF' then coalesce(e.actor, '') else '' end as agent,
                    a.acknowledged_at is null or a.acknowledged_at > e.at as without
                from ticketing.ticket_event e left join ticketing.acknowledgement a on a.ticket_id = e.ticket_id
                where e.type = 'STATUS_CHANGED' and e.at >= ? and e.at < ?
                    and e.payload ->> 'to' in ('RESOLVED', 'CLOSED') and e.payload ->> 'from' not in ('RESOLVED', 'CLOSED')),
            counted as (
                select agent, count(*) as solved, count(*) filter (where without) as without,
                    sum(count(*)) over () as all_solved, sum(count(*) filter (where without)) over () as all_without
                from solution group by agent)
            select * from counted""";

    private static final String AFTER = " where (-without, agent) > (?, ?)";

    private static final String ORDER = " order by -without, agent limit ?";

    /** How many of their solutions, or (in {@code of}) of everybody's, were without. */
    record Counted(String agent, long without, long solved, Share of) {}

    private final Sql sql;

    Unacknowledged(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Agents after one with so many (null: from the first), of the days from {@code from} to before {@code to}, UTC. */
    List<Counted> page(LocalDate from, LocalDate to, Counted after, int limit) {
        Sql.Row<Counted> read = row -> new Counted(
                row.getString("agent"),
                row.getLong("without"),
                row.getLong("solved"),
                Share.of(row.getLong("all_without"), row.getLong("all_solved")));
        return after == null
                ? sql.list(COUNT + ORDER, read, startOf(from), startOf(to), limit)
                : sql.list(
                        COUNT + AFTER + ORDER,
                        read,
                        startOf(from),
                        startOf(to),
                        -after.without(),
                        after.agent(),
                        limit);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
