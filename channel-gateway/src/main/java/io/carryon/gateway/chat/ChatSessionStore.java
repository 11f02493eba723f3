package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json;

    public ChatSessionStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds the chat, or finds the one opened before under the same key. */
    ChatSession addIfNew(ChatSession session) {
        sql.update(
                """
                insert into chat_session (session_id, contact_id, client, payload_hash, nonce, token_hash, visitor,
                    page_url, language, opened_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict (session_id) do nothing
                """,
                session.sessionId(),
                session.contactId(),
                session.client(),
                session.payloadHash(),
                session.nonce(),
                session.tokenHash(),
                written(session.visitor()),
                session.pageUrl(),
                session.language(),
                session.openedAt(),
                session.expiresAt());
        return sql.first("select * from chat_session where session_id = ?", this::session, session.sessionId())
                .orElseThrow();
    }

    Optional<ChatSession> byTokenHash(String tokenHash) {
        return sql.first("select * from chat_session where token_hash = ?", this::session, tokenHash);
    }

    Optional<ChatSession> byContact(UUID contactId) {
        return sql.first("select * from chat_session where contact_id = ?", this::session, contactId);
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
                visitor(row.getString("visitor")),
                row.getString("page_url"),
                row.getString("language"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "ended_at"),
                row.getInt("last_seq"));
    }

    private String written(Visitor visitor) {
        try {
            return json.writeValueAsString(visitor);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visitor visitor(String value) {
        try {
            return json.readValue(value, Visitor.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
