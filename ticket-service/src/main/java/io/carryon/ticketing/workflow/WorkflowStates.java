package io.carryon.ticketing.workflow;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What the workflow keeps of tickets. Who writes of one holds its lock. */
@ApplicationScoped
class WorkflowStates implements TicketTexts {

    private static final String ONE = "select * from ticketing.ticket_workflow where ticket_id = ?";

    private static final String MANY = "select * from ticketing.ticket_workflow where ticket_id = any(?)";

    private static final String STORE = """
            insert into ticketing.ticket_workflow (ticket_id, category, status_code, hold_reason, hold_until,
                resolution_code, explanation, done_at)
            values (?, ?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz)
            on conflict (ticket_id) do update set category = excluded.category, status_code = excluded.status_code,
                hold_reason = excluded.hold_reason, hold_until = excluded.hold_until,
                resolution_code = excluded.resolution_code, explanation = excluded.explanation,
                done_at = excluded.done_at""";

    private static final String OVER = """
            select w.ticket_id from ticketing.ticket_workflow w join ticketing.ticket t on t.id = w.ticket_id
            where w.hold_until <= ? order by w.hold_until limit ? for update of t skip locked""";

    private static final String RETURNED =
            "update ticketing.ticket_workflow set hold_until = null, hold_reason = null where ticket_id = any(?)";

    private static final String REOPENS = """
            select w.ticket_id, w.done_at + make_interval(secs => coalesce(q.window_seconds, ?))
            from ticketing.ticket_workflow w
            join ticketing.ticket t on t.id = w.ticket_id
            left join ticketing.queue_reopening q on q.queue = t.queue
            where w.ticket_id = any(?) and w.done_at is not null""";

    private static final String ERASE = """
            update ticketing.ticket_workflow set explanation = case when explanation is not null then '%1$s' end,
                hold_reason = case when hold_reason is not null then '%1$s' end
            where ticket_id = any(?)""".formatted(Ticket.ERASED);

    private final Sql sql;

    WorkflowStates(DataSource database) {
        this.sql = new Sql(database);
    }

    /** As far as it holds for the ticket as it is. */
    WorkflowState of(UUID ticketId, TicketStatus status) {
        return sql.first(ONE, WorkflowStates::read, ticketId)
                .map(kept -> kept.in(status))
                .orElseGet(() -> WorkflowState.none(status));
    }

    /** Of several tickets as it was written; those without are left out. */
    Map<UUID, WorkflowState> of(Collection<UUID> ticketIds) {
        var found = new HashMap<UUID, WorkflowState>();
        sql.list(MANY, row -> Map.entry(row.getObject("ticket_id", UUID.class), read(row)), ticketIds)
                .forEach(kept -> found.put(kept.getKey(), kept.getValue()));
        return found;
    }

    void store(UUID ticketId, WorkflowState state) {
        sql.update(
                STORE,
                ticketId,
                state.category().name(),
                state.statusCode(),
                state.holdReason(),
                state.holdUntil(),
                state.resolutionCode(),
                state.explanation(),
                state.doneAt());
    }

    /** Tickets whose hold is over, locked until the transaction ends; those that somebody is at are left for later. */
    List<UUID> lockedWhoseHoldIsOver(Instant now, int limit) {
        return sql.list(OVER, Sql.ID, now, limit);
    }

    /** They are on hold no more. */
    void returned(Collection<UUID> ticketIds) {
        sql.update(RETURNED, ticketIds);
    }

    /** Until when a follow-up opens each of the tickets again; those nobody resolved or closed are left out. */
    Map<UUID, Instant> reopenUntil(Collection<UUID> ticketIds, long otherwiseSeconds) {
        var until = new HashMap<UUID, Instant>();
        sql.list(
                        REOPENS,
                        row -> Map.entry(row.getObject(1, UUID.class), instant(row.getObject(2, OffsetDateTime.class))),
                        otherwiseSeconds,
                        ticketIds)
                .forEach(found -> until.put(found.getKey(), found.getValue()));
        return until;
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    private static WorkflowState read(ResultSet row) throws SQLException {
        return new WorkflowState(
                TicketStatus.valueOf(row.getString("category")),
                row.getString("status_code"),
                row.getString("hold_reason"),
                instant(row.getObject("hold_until", OffsetDateTime.class)),
                row.getString("resolution_code"),
                row.getString("explanation"),
                instant(row.getObject("done_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
