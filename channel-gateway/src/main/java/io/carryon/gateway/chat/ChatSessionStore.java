package io.carryon.gateway.chat;

import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                                visitor, page_url, language, topic, opened_at, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
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
                        session.openedAt(),
                        session.expiresAt(),
                        session.sessionId())
                // Another call with the same key was faster: its row came after this statement began to read.
                .orElseGet(() -> sql.first(
                                "select * from chat_session where session_id = ?", this::session, session.sessionId())
                        .orElseThrow());
    }

    Optional<ChatSession> byTokenHash(String tokenHash) {
        return sql.first("select * from chat_session where token_hash = ?", this::session, tokenHash);
    }

    Optional<ChatSession> byContact(UUID contactId) {
        return sql.first("select * from chat_session where contact_id = ?", this::session, contactId);
    }

    Optional<ChatSession> find(UUID sessionId) {
        return sql.first("select * from chat_session where session_id = ?", this::session, sessionId);
    }

    void ended(UUID sessionId, Instant at) {
        sql.update("update chat_session set ended_at = coalesce(ended_at, ?) where session_id = ?", at, sessionId);
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
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "ended_at"),
                row.getInt("last_seq"));
    }
}
