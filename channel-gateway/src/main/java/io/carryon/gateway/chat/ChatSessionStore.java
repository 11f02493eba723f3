package io.carryon.gateway.chat;

import io.carryon.gateway.contact.SelfService;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of chats. */
@ApplicationScoped
public class ChatSessionStore {

    private final Sql sql;
    private final JsonColumns json;

    public ChatSessionStore(Sql sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds the chat, or finds the one opened before under the same key. */
    ChatSession addIfNew(ChatSession session) {
        return sql.first(
                        """
                        with added as (
                            insert into chat_session (session_id, contact_id, client, payload_hash, nonce, token_hash,
                                visitor, page_url, language, topic, self_service, opened_at, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?)
                            on conflict (session_id) do nothing returning *)
                        select * from added union all select * from chat_session where session_id = ?
                        """,
                        this::session,
                        session.sessionId(),
                        session.contactId(),
                        session.client(),
                        session.payloadHash(),
                        session.nonce(),
                        session.tokenHash(),
                        json.written(session.visitor()),
                        session.pageUrl(),
                        session.language(),
                        session.topic(),
                        session.selfService() == null ? null : json.written(session.selfService()),
                        session.openedAt(),
                        session.expiresAt(),
                        session.sessionId())
                // Another call with the same key was faster: its row came after this statement began to read.
                .orElseGet(() -> sql.first(
                                "select * from chat_session where session_id = ?", this::session, session.sessionId())
                        .orElseThrow());
    }

    public Optional<ChatSession> byTokenHash(String tokenHash) {
        return sql.first("select * from chat_session where token_hash = ?", this::session, tokenHash);
    }

    public Optional<ChatSession> byContact(UUID contactId) {
        return sql.first("select * from chat_session where contact_id = ?", this::session, contactId);
    }

    public Optional<ChatSession> find(UUID sessionId) {
        return sql.first("select * from chat_session where session_id = ?", this::session, sessionId);
    }

    void ended(UUID sessionId, Instant at) {
        sql.update(
                "update chat_session set ended_at = coalesce(ended_at, ?), waiting_since = null where session_id = ?",
                at,
                sessionId);
    }

    /** The visitor asked for a person; once is enough. */
    void handedOff(UUID sessionId, Instant at) {
        sql.update("update chat_session set handoff_at = ? where session_id = ? and handoff_at is null", at, sessionId);
    }

    /** Notes how far the visitor has read, never beyond what there is; returns from where on, or empty when no further. */
    Optional<Read> read(UUID sessionId, int upToSeq) {
        return sql.first("""
                with before as (
                    select session_id, read_seq, least(?, last_seq) as read from chat_session where session_id = ?)
                update chat_session set read_seq = read from before
                where chat_session.session_id = before.session_id and chat_session.read_seq < read
                returning before.read_seq, read
                """, row -> new Read(row.getInt(1), row.getInt(2)), upToSeq, sessionId);
    }

    /** What was read now: after one place, up to and with another. */
    record Read(int after, int upTo) {}

    /** Those of the chats that have changed since their revisions here, which stand in the same order. */
    public List<ChatSession> changedSince(List<ChatSession> known) {
        // Each by its key, however few or many the planner takes the known ones for.
        return sql.query(
                """
                select session.*
                from unnest(?, cast(? as int[])) as known (id, revision)
                cross join lateral (
                    select * from chat_session where session_id = known.id and revision <> known.revision offset 0
                ) session
                """,
                this::session,
                known.stream().map(ChatSession::sessionId).toArray(UUID[]::new),
                known.stream()
                        .map(session -> String.valueOf(session.revision()))
                        .toArray(String[]::new));
    }

    private ChatSession session(ResultSet row) throws SQLException {
        return new ChatSession(
                row.getObject("session_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("client"),
                row.getString("payload_hash"),
                row.getString("nonce"),
                row.getString("token_hash"),
                json.read(row.getString("visitor"), Visitor.class),
                row.getString("page_url"),
                row.getString("language"),
                row.getString("topic"),
                row.getString("self_service") == null
                        ? null
                        : json.read(row.getString("self_service"), SelfService.class),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "ended_at"),
                row.getInt("last_seq"),
                row.getInt("read_seq"),
                row.getInt("revision"),
                Sql.instant(row, "waiting_since"),
                Sql.instant(row, "handoff_at"),
                ticket(row));
    }

    private static ChatTicket ticket(ResultSet row) throws SQLException {
        return new ChatTicket(
                row.getObject("ticket_id", UUID.class),
                row.getString("ticket_number"),
                row.getString("ticket_status"),
                row.getString("ticket_queue"),
                row.getString("owner_name"),
                row.getString("next_step"),
                row.getString("next_step_code"),
                Sql.instant(row, "next_update_by"));
    }
}
