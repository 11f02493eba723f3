package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of requests and of what was said on them. */
@ApplicationScoped
public class PortalStore {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    public PortalStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds the request and its first message, or finds the one added before under the same key. */
    @Transactional
    PortalRequest addIfNew(PortalRequest request, String text) {
        int added = sql.update(
                """
                    insert into portal_request (contact_id, reference, client, payload_hash, requester, subject,
                        language, fields, received_at, changed_at)
                    values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?) on conflict (contact_id) do nothing
                    """,
                request.contactId(),
                request.reference().value(),
                request.client(),
                request.payloadHash(),
                written(request.requester()),
                request.subject(),
                request.language(),
                written(request.fields()),
                request.receivedAt(),
                request.changedAt());
        if (added == 1) {
            insert(new PortalMessage(
                    request.contactId(), request.contactId(), 0, text, request.payloadHash(), request.receivedAt()));
        }
        return sql.first("select * from portal_request where contact_id = ?", this::request, request.contactId())
                .orElseThrow();
    }

    /** Adds a further message with the next sequence, or finds the one added before under the same key. */
    @Transactional
    PortalMessage addIfNew(UUID messageId, UUID contactId, String text, String payloadHash, Instant at) {
        // The update locks the request, so that two messages at once get two sequences.
        int next = sql.first(
                        "update portal_request set last_sequence = last_sequence + 1 where contact_id = ?"
                                + " returning last_sequence",
                        row -> row.getInt(1),
                        contactId)
                .orElseThrow();
        var earlier = sql.first("select * from portal_message where message_id = ?", PortalStore::message, messageId);
        if (earlier.isPresent()) {
            sql.update("update portal_request set last_sequence = last_sequence - 1 where contact_id = ?", contactId);
            return earlier.get();
        }
        var message = new PortalMessage(messageId, contactId, next, text, payloadHash, at);
        insert(message);
        return message;
    }

    /** The broker has this entry; from now on it is shown. */
    @Transactional
    void accepted(PortalMessage message, Instant at) {
        sql.update(
                "update portal_message set accepted_at = coalesce(accepted_at, ?) where message_id = ?",
                at,
                message.messageId());
        sql.update(
                "update portal_request set accepted_at = coalesce(accepted_at, ?), changed_at = greatest(changed_at, ?)"
                        + " where contact_id = ?",
                at,
                message.saidAt(),
                message.contactId());
    }

    Optional<PortalRequest> find(Reference reference) {
        return sql.first(
                "select * from portal_request where reference = ? and accepted_at is not null",
                this::request,
                reference.value());
    }

    List<PortalAnswers.Message> said(UUID contactId) {
        return sql.query(
                """
                select side, author, text, said_at from portal_message
                where contact_id = ? and accepted_at is not null order by said_at, sequence nulls last, message_id
                limit 1000
                """,
                row -> new PortalAnswers.Message(
                        row.getString("side"),
                        row.getString("author"),
                        row.getString("text"),
                        Sql.instant(row, "said_at")),
                contactId);
    }

    /** Support's message, once; false when there is no such request. */
    @Transactional
    boolean addReply(UUID replyId, UUID contactId, String author, String text, Instant at) {
        int known = sql.update(
                "update portal_request set changed_at = greatest(changed_at, ?) where contact_id = ?", at, contactId);
        if (known == 0) {
            return false;
        }
        sql.update("""
                    insert into portal_message (message_id, contact_id, side, author, text, said_at, accepted_at)
                    values (?, ?, 'support', ?, ?, ?, ?) on conflict (message_id) do nothing
                    """, replyId, contactId, author, text, at, at);
        return true;
    }

    private void insert(PortalMessage message) {
        sql.update(
                """
                insert into portal_message (message_id, contact_id, sequence, side, text, payload_hash, said_at)
                values (?, ?, ?, 'you', ?, ?, ?)
                """,
                message.messageId(),
                message.contactId(),
                message.sequence(),
                message.text(),
                message.payloadHash(),
                message.saidAt());
    }

    private PortalRequest request(ResultSet row) throws SQLException {
        return new PortalRequest(
                row.getObject("contact_id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("client"),
                row.getString("payload_hash"),
                read(row.getString("requester"), Requester.class),
                row.getString("subject"),
                row.getString("language"),
                fields(row.getString("fields")),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "accepted_at"),
                row.getString("ticket_number"),
                row.getString("ticket_status"),
                Sql.instant(row, "changed_at"));
    }

    private static PortalMessage message(ResultSet row) throws SQLException {
        return new PortalMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getInt("sequence"),
                row.getString("text"),
                row.getString("payload_hash"),
                Sql.instant(row, "said_at"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> fields(String value) {
        try {
            return json.readValue(value, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
