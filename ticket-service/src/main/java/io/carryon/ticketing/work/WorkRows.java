package io.carryon.ticketing.work;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Time spent and checklists, in the caller's transaction, which holds the ticket's lock when it changes them. */
@ApplicationScoped
class WorkRows implements TicketTexts {

    private static final String TIMES = """
            select * from ticketing.time_spent
            where ticket_id = ? and taken_back_at is null and (worked_at, id) > (?, ?)
            order by worked_at, id limit ?""";

    private static final String TIME =
            "select * from ticketing.time_spent where ticket_id = ? and id = ? and taken_back_at is null";

    private static final String MINUTES = """
            select coalesce(sum(minutes), 0) from ticketing.time_spent where ticket_id = ? and taken_back_at is null""";

    private static final String SPEND = """
            insert into ticketing.time_spent (id, ticket_id, staff, staff_name, minutes, worked_at, note)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String TAKE_BACK = "update ticketing.time_spent set taken_back_at = ? where id = ?";

    private static final String STEPS = "select * from ticketing.checklist_step where ticket_id = ? order by position";

    private static final String ADD = """
            insert into ticketing.checklist_step (id, ticket_id, position, text)
            select ?, ?, coalesce(max(position), 0) + 1, ? from ticketing.checklist_step where ticket_id = ?""";

    private static final String CHANGE = """
            update ticketing.checklist_step set text = ?, done_by = ?, done_at = ?::timestamptz where id = ?""";

    private static final String DROP = "delete from ticketing.checklist_step where id = ?";

    private static final String ERASE_NOTES =
            "update ticketing.time_spent set note = null where ticket_id = any(?) and note is not null";

    private static final String ERASE_STEPS =
            "update ticketing.checklist_step set text = '%s' where ticket_id = any(?)".formatted(Ticket.ERASED);

    private final Sql sql;

    WorkRows(DataSource database) {
        this.sql = new Sql(database);
    }

    List<TimeEntry> times(UUID ticketId, Instant afterTime, UUID afterId, int limit) {
        return sql.list(TIMES, WorkRows::time, ticketId, afterTime, afterId, limit);
    }

    Optional<TimeEntry> time(UUID ticketId, UUID timeId) {
        return sql.first(TIME, WorkRows::time, ticketId, timeId);
    }

    long minutes(UUID ticketId) {
        return sql.first(MINUTES, row -> row.getLong(1), ticketId).orElse(0L);
    }

    void spend(UUID ticketId, TimeEntry time) {
        sql.update(
                SPEND,
                time.id(),
                ticketId,
                time.staff(),
                time.staffName(),
                time.minutes(),
                time.workedAt(),
                time.note());
    }

    void takeBack(UUID timeId, Instant at) {
        sql.update(TAKE_BACK, at, timeId);
    }

    List<ChecklistStep> steps(UUID ticketId) {
        return sql.list(STEPS, WorkRows::step, ticketId);
    }

    void add(UUID ticketId, UUID stepId, String text) {
        sql.update(ADD, stepId, ticketId, text, ticketId);
    }

    void change(ChecklistStep step) {
        sql.update(CHANGE, step.text(), step.doneBy(), step.doneAt(), step.id());
    }

    void drop(UUID stepId) {
        sql.update(DROP, stepId);
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE_NOTES, ticketIds);
        sql.update(ERASE_STEPS, ticketIds);
    }

    private static TimeEntry time(ResultSet row) throws SQLException {
        return new TimeEntry(
                row.getObject("id", UUID.class),
                row.getString("staff"),
                row.getString("staff_name"),
                row.getInt("minutes"),
                Sql.instant(row, "worked_at"),
                row.getString("note"));
    }

    private static ChecklistStep step(ResultSet row) throws SQLException {
        var doneAt = Sql.instant(row, "done_at");
        return new ChecklistStep(
                row.getObject("id", UUID.class),
                row.getString("text"),
                doneAt != null,
                row.getString("done_by"),
                doneAt);
    }
}
