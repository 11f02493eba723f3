package io.carryon.ticketing.structure;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which tickets were merged into which. A merge moves nothing: it says where a ticket is shown and worked on, so taking
 * it back leaves nothing to restore. Merges make trees whose roots stand by themselves; a root becomes part of another
 * root only, under both tickets' locks, so that there is never a circle.
 */
@ApplicationScoped
public class Merges {

    private static final String PARTS = """
            with recursive part (id) as (
                select ?::uuid
                union
                select m.ticket_id from ticketing.ticket_merge m join part on m.into_ticket_id = part.id
                where m.undone_at is null)
            select id from part""";

    private static final String SURVIVORS = """
            with recursive up (start, id) as (
                select t, t from unnest(?) as t
                union
                select up.start, m.into_ticket_id from up join ticketing.ticket_merge m on m.ticket_id = up.id
                where m.undone_at is null)
            select up.start, t.id, t.issue_id, t.number from up join ticketing.ticket t on t.id = up.id
            where up.start <> up.id and not exists (
                select 1 from ticketing.ticket_merge m where m.ticket_id = up.id and m.undone_at is null)""";

    private static final String ACTIVE = "select ticket_id, into_ticket_id, status_before from ticketing.ticket_merge"
            + " where ticket_id = ? and undone_at is null";

    private static final String STORE = """
            insert into ticketing.ticket_merge (ticket_id, into_ticket_id, status_before, by_staff, at)
            values (?, ?, ?, ?, ?)""";

    private static final String UNDO = """
            update ticketing.ticket_merge set undone_by = ?, undone_at = ? where ticket_id = ? and undone_at is null""";

    /** A merge that holds. */
    record Merge(UUID ticketId, UUID intoTicketId, TicketStatus statusBefore) {}

    /** The ticket that a merged one is worked on at. */
    public record Survivor(UUID ticketId, UUID issueId, String number) {}

    private final Sql sql;

    Merges(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The ticket itself and all that is shown on it, in the caller's transaction. */
    List<UUID> partsOf(UUID ticketId) {
        return sql.list(PARTS, Sql.ID, ticketId);
    }

    /** Of those that were merged the ticket they are worked on at, by one statement in the caller's transaction. */
    public Map<UUID, Survivor> survivorsOf(Collection<UUID> ticketIds) {
        var found = new HashMap<UUID, Survivor>();
        if (!ticketIds.isEmpty()) {
            sql.list(SURVIVORS, row -> Map.entry(row.getObject(1, UUID.class), survivor(row)), ticketIds)
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    Optional<Merge> of(UUID ticketId) {
        return sql.first(
                ACTIVE,
                row -> new Merge(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        TicketStatus.valueOf(row.getString(3))),
                ticketId);
    }

    void store(Merge merge, String by, Instant at) {
        sql.update(
                STORE,
                merge.ticketId(),
                merge.intoTicketId(),
                merge.statusBefore().name(),
                by,
                at);
    }

    void undo(UUID ticketId, String by, Instant at) {
        sql.update(UNDO, by, at, ticketId);
    }

    private static Survivor survivor(ResultSet row) throws SQLException {
        return new Survivor(row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getString(4));
    }
}
