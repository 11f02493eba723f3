package io.carryon.ticketing.structure;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Which tickets were made of contacts of another one, in the caller's transaction. */
@ApplicationScoped
class Splits {

    private static final String STORE = """
            insert into ticketing.ticket_split (ticket_id, from_ticket_id, issue_id, from_issue_id, by_staff, at)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String ONE = """
            select ticket_id, from_ticket_id, issue_id, from_issue_id from ticketing.ticket_split
            where ticket_id = ? and undone_at is null""";

    private static final String UNDONE = "update ticketing.ticket_split set undone_at = ? where ticket_id = ?";

    private static final String CONTACTS = """
            select contact_id from ticketing.entry where ticket_id = ? and kind = 'CONTACT'
            group by contact_id order by min(position) limit ?""";

    /** A split that holds. */
    record Split(UUID ticketId, UUID fromTicketId, UUID issueId, UUID fromIssueId) {}

    private final Sql sql;

    Splits(DataSource database) {
        this.sql = new Sql(database);
    }

    void store(Split split, String by, Instant at) {
        sql.update(STORE, split.ticketId(), split.fromTicketId(), split.issueId(), split.fromIssueId(), by, at);
    }

    Optional<Split> of(UUID ticketId) {
        return sql.first(
                ONE,
                row -> new Split(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)),
                ticketId);
    }

    void undone(UUID ticketId, Instant at) {
        sql.update(UNDONE, at, ticketId);
    }

    /** The contacts that are on a ticket, in the order they came. */
    List<UUID> contactsOn(UUID ticketId, int limit) {
        return sql.list(CONTACTS, Sql.ID, ticketId, limit);
    }
}
