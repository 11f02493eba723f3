package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.OriginalRows;
import io.carryon.gateway.storage.GroupCommit;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what customers submit until the broker has it. A request costs two statements, before and after the broker, each
 * in a commit with those of others.
 */
@ApplicationScoped
class PortalIntake {

    /** Changes no row and keeps no original when the request was added before. */
    private static final String ADD = """
            with added as (
                insert into portal_request (contact_id, reference, client, payload_hash, requester, subject, language,
                    topic, fields, self_service, received_at, changed_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict (contact_id) do nothing returning *),
            kept as (%s)
            insert into portal_message (message_id, contact_id, sequence, side, text, payload_hash, said_at)
            select contact_id, contact_id, 0, 'you', ?, payload_hash, received_at from added
            """.formatted(OriginalRows.INSERT_WITH.formatted("added"));

    /** The original is kept of a message that was added, not of one said again or into a full request. */
    private static final String ADD_MESSAGE = """
            with earlier as (select * from portal_message where message_id = ?),
            request as (
                update portal_request set last_sequence = last_sequence + 1
                where contact_id = ? and last_sequence < ? and not exists (select from earlier) returning *),
            added as (
                insert into portal_message (message_id, contact_id, sequence, side, text, payload_hash, said_at)
                select ?, contact_id, last_sequence, 'you', ?, ?, ? from request returning *),
            kept as (%s),
            wanted as (select * from earlier union all select * from added)
            select pending.* from portal_message pending, wanted
            where pending.contact_id = ? and pending.side = 'you' and pending.accepted_at is null
              and pending.sequence < wanted.sequence and wanted.accepted_at is null
            union all select * from wanted order by sequence
            """.formatted(OriginalRows.INSERT_WITH.formatted("added"));

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
    private final PortalRows rows;
    private final PortalConfig config;

    PortalIntake(Sql sql, IntakeLog log, JsonColumns json, PortalRows rows, PortalConfig config) {
        this.sql = sql;
        this.additions = new GroupCommit(sql, ADD);
        this.acceptances = new GroupCommit(sql, ACCEPT);
        this.log = log;
        this.json = json;
        this.rows = rows;
        this.config = config;
    }

    /** Adds the request with its first message and its original, or finds the one added before under the same key. */
    PortalRequest addIfNew(PortalRequest request, String text, byte[] original) {
        var added = additions.update(
                request.contactId(),
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
                request.payloadHash(),
                original,
                request.receivedAt(),
                text);
        return added == 1
                ? request
                : sql.first("select * from portal_request where contact_id = ?", rows::request, request.contactId())
                        .orElseThrow();
    }

    /**
     * Adds a further message with the next sequence and its original, or finds the one added before under the same key.
     * Returns it with the messages before it that the broker does not have yet, in their order; nothing when the request
     * is full.
     */
    @Transactional
    List<PortalMessage> addIfNew(
            UUID messageId, UUID contactId, String text, String payloadHash, byte[] original, Instant at) {
        // Two messages at once get two sequences, and a repeat at once finds the first.
        var held = sql.first("select 1 from portal_request where contact_id = ? for update", row -> 1, contactId);
        if (held.isEmpty()) {
            throw new IllegalStateException("There is no request of contact " + contactId);
        }
        return sql.query(
                ADD_MESSAGE,
                PortalRows::message,
                messageId,
                contactId,
                config.messages(),
                messageId,
                text,
                payloadHash,
                at,
                payloadHash,
                original,
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
}
