package io.carryon.ticketing.linking;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which issue's ticket a contact belongs to now: where somebody said it is about another issue than recognition had it,
 * or where all contacts of its issue have moved to another one.
 */
@ApplicationScoped
public class IssueRoutes {

    private static final String FIND = """
            select l.contact_id, coalesce(r.to_issue_id, l.issue_id), true
            from ticketing.contact_link l left join ticketing.issue_redirect r on r.issue_id = l.issue_id
            where l.contact_id = any(?) and not l.waits
            union all
            select issue_id, to_issue_id, false from ticketing.issue_redirect where issue_id = any(?)""";

    // Whoever was sent to the issue that is left is sent on, so that no way has more than one step.
    private static final String SEND_ON = "update ticketing.issue_redirect set to_issue_id = ? where to_issue_id = ?";

    private static final String SEND = """
            insert into ticketing.issue_redirect (issue_id, to_issue_id)
            select ?, ? where not exists (
                select 1 from ticketing.ticket where issue_id = ? and merged_into_ticket_id is null and id <> ?)
            on conflict (issue_id) do update set to_issue_id = excluded.to_issue_id""";

    private static final String SEND_IF_FREE = """
            insert into ticketing.issue_redirect (issue_id, to_issue_id)
            select ?, ? where not exists (select 1 from ticketing.ticket where issue_id = ?)
            on conflict (issue_id) do nothing""";

    private static final String RETURN = "delete from ticketing.issue_redirect where issue_id = ?";

    /** Where contacts and issues lead; what is not named leads nowhere else. */
    public record Found(Map<UUID, UUID> ofContacts, Map<UUID, UUID> ofIssues) {

        /** The issue of a contact which recognition gave {@code issueId}. */
        public UUID of(UUID contactId, UUID issueId) {
            var said = ofContacts.get(contactId);
            return said == null ? ofIssues.getOrDefault(issueId, issueId) : said;
        }
    }

    private record Way(UUID from, UUID to, boolean isContact) {}

    private final Sql sql;

    public IssueRoutes(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The ways from all these, by one statement in the caller's transaction. */
    public Found find(Collection<UUID> contactIds, Collection<UUID> issueIds) {
        var found = new Found(new HashMap<>(), new HashMap<>());
        sql.list(
                        FIND,
                        row -> new Way(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)),
                        contactIds,
                        issueIds)
                .forEach(way -> (way.isContact() ? found.ofContacts() : found.ofIssues()).put(way.from(), way.to()));
        return found;
    }

    /** The ticket has left its issue for another one: what still names the issue follows, unless others stay there. */
    void lead(UUID ticketId, UUID fromIssueId, UUID toIssueId) {
        if (sql.update(SEND, fromIssueId, toIssueId, fromIssueId, ticketId) > 0) {
            sql.update(SEND_ON, toIssueId, fromIssueId);
        }
    }

    /** What names an issue that has no ticket comes to another one's. */
    public void leadIfFree(UUID issueId, UUID toIssueId) {
        if (!issueId.equals(toIssueId)) {
            sql.update(SEND_IF_FREE, issueId, toIssueId, issueId);
        }
    }

    /** The issue has a ticket of its own again. */
    void returnTo(UUID issueId) {
        sql.update(RETURN, issueId);
    }
}
