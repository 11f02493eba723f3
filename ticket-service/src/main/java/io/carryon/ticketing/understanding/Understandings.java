package io.carryon.ticketing.understanding;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All versions of how customers' matters are understood, in the caller's transaction. */
@ApplicationScoped
public class Understandings implements TicketTexts {

    private static final String PAGE =
            "select * from ticketing.understanding where ticket_id = ? and version < ? order by version desc limit ?";

    private static final String STORE = """
            insert into ticketing.understanding
                (ticket_id, version, state, problem, expectation, desired_outcome, at, by_kind, by_id, by_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ERASE = """
            update ticketing.understanding set problem = '%1$s', expectation = null,
                by_name = case by_kind when 'CUSTOMER' then '%1$s' else by_name end
            where ticket_id = any(?)""".formatted(Ticket.ERASED);

    private final Sql sql;

    Understandings(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The version that holds; empty while nobody has said how they understand it. */
    public Optional<Understanding> of(UUID ticketId) {
        return page(ticketId, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    /** Versions before one, the last first. */
    List<Understanding> page(UUID ticketId, int before, int limit) {
        return sql.list(PAGE, Understandings::read, ticketId, before, limit);
    }

    void store(UUID ticketId, Understanding next) {
        sql.update(
                STORE,
                ticketId,
                next.version(),
                next.state().name(),
                next.problem(),
                next.expectation(),
                next.desiredOutcome() == null ? null : next.desiredOutcome().name(),
                next.at(),
                next.by().kind().name(),
                next.by().id(),
                next.by().name());
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    private static Understanding read(ResultSet row) throws SQLException {
        var outcome = row.getString("desired_outcome");
        return new Understanding(
                row.getInt("version"),
                Understanding.State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getString("expectation"),
                outcome == null ? null : DesiredOutcome.valueOf(outcome),
                new Actor(
                        Actor.Kind.valueOf(row.getString("by_kind")), row.getString("by_id"), row.getString("by_name")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
