package io.carryon.ticketing.understanding;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Where customers had to say the same again, in the caller's transaction, which holds the ticket's lock. */
@ApplicationScoped
public class RedAlerts {

    private static final String WAITING = """
            select *, count(*) over () as times from ticketing.red_alert
            where ticket_id = ? and seen_at is null order by raised_at desc, contact_id limit 1""";

    private static final String RAISE = """
            insert into ticketing.red_alert (ticket_id, contact_id, raised_at, likeness) values (?, ?, ?, ?)
            on conflict do nothing""";

    private static final String IS_THERE = "select 1 from ticketing.red_alert where ticket_id = ? and contact_id = ?";

    private static final String SEE = """
            update ticketing.red_alert set seen_at = ?, seen_by = ?
            where ticket_id = ? and seen_at is null and raised_at <= (
                select raised_at from ticketing.red_alert where ticket_id = ? and contact_id = ?)""";

    /** The latest that nobody has seen, and how many there are with it. */
    public record Waiting(UUID contactId, Instant raisedAt, double likeness, int times) {}

    private final Sql sql;

    RedAlerts(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What staff are still to see. */
    public Optional<Waiting> of(UUID ticketId) {
        return sql.first(WAITING, RedAlerts::read, ticketId);
    }

    /** Whether it is a new one. */
    boolean raise(UUID ticketId, UUID contactId, double likeness, Instant at) {
        return sql.update(RAISE, ticketId, contactId, at, likeness) == 1;
    }

    boolean isThere(UUID ticketId, UUID contactId) {
        return sql.first(IS_THERE, row -> true, ticketId, contactId).isPresent();
    }

    /** Staff have seen the alert of a contact and those before it; whether any was unseen. */
    boolean see(UUID ticketId, UUID contactId, String by, Instant at) {
        return sql.update(SEE, at, by, ticketId, ticketId, contactId) > 0;
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("contact_id", UUID.class),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getDouble("likeness"),
                row.getInt("times"));
    }
}
