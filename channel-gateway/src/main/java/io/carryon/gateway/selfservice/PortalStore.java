package io.carryon.gateway.selfservice;

import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The requests that were taken and what was said on them, and what became of them. */
@ApplicationScoped
public class PortalStore {

    private final Sql sql;
    private final JsonColumns json;
    private final PortalRows rows;

    public PortalStore(Sql sql, JsonColumns json, PortalRows rows) {
        this.sql = sql;
        this.json = json;
        this.rows = rows;
    }

    Optional<PortalRequest> find(Reference reference) {
        return sql.first(
                "select * from portal_request where reference = ? and accepted_at is not null and erased_at is null",
                rows::request,
                reference.value());
    }

    Optional<PortalRequest> find(UUID contactId) {
        return sql.first(
                "select * from portal_request where contact_id = ? and accepted_at is not null and erased_at is null",
                rows::request,
                contactId);
    }

    /** Requests of a proved address or account, those that changed last first, from before a place. */
    List<PortalRequest> of(String email, String account, PortalConversation.Place before, int limit) {
        return sql.query(
                """
                select * from (
                    (select * from portal_request where lower(requester ->> 'email') = ?
                        and accepted_at is not null and (changed_at, contact_id) < (?, ?)
                        order by changed_at desc, contact_id desc limit ?)
                    union
                    (select * from portal_request where requester ->> 'account' = ? and requester ->> 'verified' = 'true'
                        and accepted_at is not null and (changed_at, contact_id) < (?, ?)
                        order by changed_at desc, contact_id desc limit ?)) own
                order by changed_at desc, contact_id desc limit ?
                """,
                rows::request,
                email,
                before.at(),
                before.id(),
                limit,
                account,
                before.at(),
                before.id(),
                limit,
                limit);
    }

    /** Notes that the customer has rated the present end of the request; false when they had, or it has not ended. */
    boolean rated(UUID contactId, Instant at) {
        return sql.update(
                        "update portal_request set rated_at = ? where contact_id = ? and ticket_status in ('RESOLVED', 'CLOSED')",
                        at,
                        contactId)
                == 1;
    }

    /** Another address of whoever asked, which nobody has proved. */
    void readdress(UUID contactId, Requester requester, Instant at) {
        sql.update(
                "update portal_request set requester = ?::jsonb, changed_at = greatest(changed_at, ?)"
                        + " where contact_id = ? and erased_at is null",
                json.written(requester),
                at,
                contactId);
    }

    /** What was said, latest first, from before a place, or from the end without one. */
    List<PortalConversation.Said> said(UUID contactId, PortalConversation.Place before, int limit) {
        return sql.query(
                """
                select message_id, side, author, text, said_at, side = 'support' and shown_at is null as unshown
                from portal_message
                where contact_id = ? and accepted_at is not null and (said_at, message_id) < (?, ?)
                order by said_at desc, message_id desc limit ?
                """,
                row -> new PortalConversation.Said(
                        new PortalConversation.Place(
                                Sql.instant(row, "said_at"), row.getObject("message_id", UUID.class)),
                        row.getString("side"),
                        row.getString("author"),
                        row.getString("text"),
                        row.getBoolean("unshown")),
                contactId,
                before.at(),
                before.id(),
                limit);
    }

    /** Support's message, once; false when there is no such request. */
    @Transactional
    boolean addReply(UUID replyId, UUID contactId, String author, String text, Instant at) {
        int known = sql.update("""
                update portal_request set changed_at = greatest(changed_at, ?)
                where contact_id = ? and erased_at is null
                """, at, contactId);
        if (known == 0) {
            return false;
        }
        sql.update("""
                    insert into portal_message (message_id, contact_id, side, author, text, said_at, accepted_at)
                    values (?, ?, 'support', ?, ?, ?, ?) on conflict (message_id) do nothing
                    """, replyId, contactId, author, text, at, at);
        return true;
    }
}
