package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.OriginalRows;
import io.carryon.gateway.contact.SelfService;
import io.carryon.gateway.storage.GroupCommit;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of requests and of what was said on them. A request costs two statements, before and after the broker, each
 * in a commit with those of others.
 */
@ApplicationScoped
public class PortalStore {

    /** Changes no row when the request was added before. */
    private static final String ADD = """
            with kept as (%s),
            added as (
                insert into portal_request (contact_id, reference, client, payload_hash, requester, subject, language,
                    topic, fields, self_service, received_at, changed_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict (contact_id) do nothing returning *)
            insert into portal_message (message_id, contact_id, sequence, side, text, payload_hash, said_at)
            select contact_id, contact_id, 0, 'you', ?, payload_hash, received_at from added
            """.formatted(OriginalRows.INSERT);

    private static final String ACCEPT = IntakeLog.notingWith("""
            , shown as (update portal_message set accepted_at = coalesce(accepted_at, ?) where message_id = ?)
            update portal_request set accepted_at = coalesce(accepted_at, ?), changed_at = greatest(changed_at, ?)
            where contact_id = ?
            """);

    private final Sql sql;
    private final GroupCommit additions;
    private final GroupCommit acceptances;
    private final IntakeLog log;
    private final JsonColumns json;
    private final PortalConfig config;

    public PortalStore(Sql sql, IntakeLog log, JsonColumns json, PortalConfig config) {
        this.config = config;
        this.sql = sql;
        this.additions = new GroupCommit(sql, ADD);
        this.acceptances = new GroupCommit(sql, ACCEPT);
        this.log = log;
        this.json = json;
    }

    /** Adds the request with its first message and its original, or finds the one added before under the same key. */
    PortalRequest addIfNew(PortalRequest request, String text, byte[] original) {
        var added = additions.update(
                request.contactId(),
                request.payloadHash(),
                original,
                request.receivedAt(),
                request.contactId(),
                request.reference().value(),
                request.client(),
                request.payloadHash(),
                json.written(request.requester()),
                request.subject(),
                request.language(),
                request.topic(),
                json.written(request.fields()),
                request.selfService() == null ? null : json.written(request.selfService()),
                request.receivedAt(),
                request.changedAt(),
                text);
        return added == 1
                ? request
                : sql.first("select * from portal_request where contact_id = ?", this::request, request.contactId())
                        .orElseThrow();
    }

    /**
     * Adds a further message with the next sequence and its original, or finds the one added before under the same key. Returns it with
     * the messages before it that the broker does not have yet, in their order; nothing when the request is full.
     */
    @Transactional
    List<PortalMessage> addIfNew(
            UUID messageId, UUID contactId, String text, String payloadHash, byte[] original, Instant at) {
        sql.update(OriginalRows.INSERT, payloadHash, original, at);
        // Two messages at once get two sequences, and a repeat at once finds the first.
        var held = sql.first("select 1 from portal_request where contact_id = ? for update", row -> 1, contactId);
        if (held.isEmpty()) {
            throw new IllegalStateException("There is no request of contact " + contactId);
        }
        return sql.query(
                """
                with earlier as (select * from portal_message where message_id = ?),
                request as (
                    update portal_request set last_sequence = last_sequence + 1
                    where contact_id = ? and last_sequence < ? and not exists (select from earlier) returning *),
                added as (
                    insert into portal_message (message_id, contact_id, sequence, side, text, payload_hash, said_at)
                    select ?, contact_id, last_sequence, 'you', ?, ?, ? from request returning *),
                wanted as (select * from earlier union all select * from added)
                select pending.* from portal_message pending, wanted
                where pending.contact_id = ? and pending.side = 'you' and pending.accepted_at is null
                  and pending.sequence < wanted.sequence and wanted.accepted_at is null
                union all select * from wanted order by sequence
                """,
                PortalStore::message,
                messageId,
                contactId,
                config.messages(),
                messageId,
                text,
                payloadHash,
                at,
                contactId);
    }

    /** The broker has this entry: from now on it is shown, and the intake log has its row. */
    void accepted(PortalMessage message, IntakeLog.Arrival arrival, Instant at) {
        acceptances.update(
                message.contactId(),
                log.valuesWith(arrival, at, message.messageId(), at, message.saidAt(), message.contactId()));
    }

    /** Whether there is an entry that the broker does not have, as far as is known. */
    boolean isPending(UUID messageId) {
        return sql.first(
                        "select 1 from portal_message where message_id = ? and accepted_at is null",
                        row -> true,
                        messageId)
                .isPresent();
    }

    Optional<PortalRequest> find(Reference reference) {
        return sql.first(
                "select * from portal_request where reference = ? and accepted_at is not null and erased_at is null",
                this::request,
                reference.value());
    }

    Optional<PortalRequest> find(UUID contactId) {
        return sql.first(
                "select * from portal_request where contact_id = ? and accepted_at is not null and erased_at is null",
                this::request,
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
                this::request,
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

    private PortalRequest request(ResultSet row) throws SQLException {
        return new PortalRequest(
                row.getObject("contact_id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("client"),
                row.getString("payload_hash"),
                json.read(row.getString("requester"), Requester.class),
                row.getString("subject"),
                row.getString("language"),
                row.getString("topic"),
                json.words(row.getString("fields")),
                row.getString("self_service") == null
                        ? null
                        : json.read(row.getString("self_service"), SelfService.class),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "accepted_at"),
                row.getObject("ticket_id", UUID.class),
                row.getString("ticket_number"),
                row.getString("ticket_status"),
                outlook(row),
                row.getString("owner_name"),
                Sql.instant(row, "closed_at"),
                Sql.instant(row, "rated_at"),
                Sql.instant(row, "changed_at"));
    }

    private static RequestOutlook outlook(ResultSet row) throws SQLException {
        var by = Sql.instant(row, "next_update_by");
        return by == null
                ? null
                : new RequestOutlook(
                        row.getString("next_step"), row.getString("next_step_code"), by, row.getBoolean("promised"));
    }

    private static PortalMessage message(ResultSet row) throws SQLException {
        return new PortalMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getInt("sequence"),
                row.getString("text"),
                row.getString("payload_hash"),
                Sql.instant(row, "said_at"),
                Sql.instant(row, "accepted_at"));
    }
}
