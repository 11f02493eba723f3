package io.carryon.ticketing.structure;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The links between tickets, each kept once and read from both sides, in the caller's transaction. */
@ApplicationScoped
public class TicketLinks {

    /** A ticket has at most so many. */
    static final int MOST = 100;

    // Two links that close a circle together would not see each other; links are rare enough to be made one by one.
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtext('ticketing.ticket_link'))";

    private static final String OF = """
            select l.kind, false, t.id, t.issue_id, t.number from ticketing.ticket_link l
            join ticketing.ticket t on t.id = l.to_id where l.from_id = ?
            union all
            select l.kind, true, t.id, t.issue_id, t.number from ticketing.ticket_link l
            join ticketing.ticket t on t.id = l.from_id where l.to_id = ?
            order by 1, 2, 5 limit %d""".formatted(2 * MOST);

    private static final String COUNT = """
            select count(*) from ticketing.ticket_link where from_id = ? or to_id = ?""";

    private static final String PARENT = "select 1 from ticketing.ticket_link where from_id = ? and kind = 'CHILD_OF'";

    private static final String LEADS = """
            with recursive up (id) as (
                select ?::uuid
                union
                select l.to_id from ticketing.ticket_link l join up on l.from_id = up.id where l.kind = ?)
            select 1 from up where id = ?""";

    private static final String STORE = """
            insert into ticketing.ticket_link (from_id, kind, to_id, by_staff, at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String DROP = "delete from ticketing.ticket_link where from_id = ? and kind = ? and to_id = ?";

    /** A link as it is read from one of its tickets; {@code kind} is {@link LinkKind} or its inverse. */
    public record Link(String kind, UUID ticketId, UUID issueId, String number) {}

    private final Sql sql;

    TicketLinks(DataSource database) {
        this.sql = new Sql(database);
    }

    /** All of a ticket. */
    public List<Link> of(UUID ticketId) {
        return sql.list(OF, TicketLinks::read, ticketId, ticketId);
    }

    /** Nobody else makes links until the transaction ends. */
    void lock() {
        sql.list(ALONE, row -> 1);
    }

    boolean isFull(UUID ticketId) {
        return sql.first(COUNT, row -> row.getInt(1), ticketId, ticketId).orElse(0) >= MOST;
    }

    boolean hasParent(UUID ticketId) {
        return sql.first(PARENT, row -> true, ticketId).isPresent();
    }

    /** Whether links of the kind lead from one ticket to the other. */
    boolean leads(UUID from, LinkKind kind, UUID to) {
        return sql.first(LEADS, row -> true, from, kind.name(), to).isPresent();
    }

    boolean store(UUID from, LinkKind kind, UUID to, String by, Instant at) {
        return sql.update(STORE, from, kind.name(), to, by, at) > 0;
    }

    boolean drop(UUID from, LinkKind kind, UUID to) {
        return sql.update(DROP, from, kind.name(), to) > 0;
    }

    private static Link read(ResultSet row) throws SQLException {
        var kind = LinkKind.valueOf(row.getString(1));
        return new Link(
                row.getBoolean(2) ? kind.inverse() : kind.name(),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5));
    }
}
