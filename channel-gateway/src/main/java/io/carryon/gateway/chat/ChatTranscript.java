package io.carryon.gateway.chat;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was said in chats, in an order both sides can count on. Who adds to a chat holds its row meanwhile. */
@ApplicationScoped
public class ChatTranscript {

    private final Sql sql;
    private final IntakeLog log;
    private final ChatConfig config;

    public ChatTranscript(Sql sql, IntakeLog log, ChatConfig config) {
        this.sql = sql;
        this.log = log;
        this.config = config;
    }

    /**
     * The visitor's message, not durable yet, or the one drafted before under the same client id; 409 when the chat has
     * ended or is full.
     */
    @Transactional
    ChatMessage draft(ChatSession session, String clientId, String text, Instant at) {
        var open = hold(session.sessionId());
        var earlier = sql.first(
                "select * from chat_message where session_id = ? and client_id = ?",
                ChatTranscript::message,
                session.sessionId(),
                clientId);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!open) {
            // Another process may have ended it while this one still has its socket.
            throw ProblemException.conflict("chat-ended", "This chat has ended. Have the site open a new one.");
        }
        return sql.first(
                        """
                        with place as (
                            update chat_session set entries = entries + 1 where session_id = ? and entries < ?
                            returning session_id, entries - 1 as sequence)
                        insert into chat_message (message_id, session_id, client_id, contact_sequence, side, text,
                            said_at)
                        select case when sequence = 0 then ?::uuid else ?::uuid end, session_id, ?, sequence, 'you', ?, ?
                        from place returning *
                        """,
                        ChatTranscript::message,
                        session.sessionId(),
                        config.messages(),
                        session.contactId(),
                        ContactId.derive("chat", session.sessionId().toString(), clientId),
                        clientId,
                        text,
                        at)
                .orElseThrow(() -> ProblemException.conflict(
                        "chat-full", "This chat has all the messages it can hold. Have the site open a new one."));
    }

    /** The visitor's messages that are not durable yet, in their order. */
    List<ChatMessage> drafts(UUID sessionId) {
        return sql.query(
                "select * from chat_message where session_id = ? and seq is null order by contact_sequence",
                ChatTranscript::message,
                sessionId);
    }

    /** Gives a message that the broker has its place, once, and the intake log its row. */
    @Transactional
    void confirm(ChatMessage message, IntakeLog.Arrival arrival) {
        hold(message.sessionId());
        log.noteWith(arrival, """
                , place as (
                    update chat_session set last_seq = last_seq + 1
                    where session_id = ? and exists (
                        select from chat_message where message_id = ? and seq is null) returning last_seq)
                update chat_message set seq = place.last_seq from place where message_id = ?
                """, message.sessionId(), message.messageId(), message.messageId());
    }

    /** Stores support's answer once, at the next place. */
    @Transactional
    void addReply(UUID sessionId, UUID replyId, String author, String text, Instant at) {
        hold(sessionId);
        if (find(replyId).isPresent()) {
            return;
        }
        sql.update("""
                insert into chat_message (message_id, session_id, seq, side, author, text, said_at)
                values (?, ?, ?, 'support', ?, ?, ?)
                """, replyId, sessionId, nextSeq(sessionId), author, text, at);
    }

    /** What stands after a place, in order. */
    List<ChatMessage> after(UUID sessionId, int seq, int limit) {
        return sql.query(
                "select * from chat_message where session_id = ? and seq > ? order by seq limit ?",
                ChatTranscript::message,
                sessionId,
                seq,
                limit);
    }

    /** Support's answers after a place, up to and with another. */
    List<UUID> repliesBetween(UUID sessionId, int after, int upTo) {
        return sql.query(
                "select message_id from chat_message where session_id = ? and side = ? and seq > ? and seq <= ?",
                row -> row.getObject(1, UUID.class),
                sessionId,
                ChatMessage.SUPPORT,
                after,
                upTo);
    }

    Optional<ChatMessage> find(UUID messageId) {
        return sql.first("select * from chat_message where message_id = ?", ChatTranscript::message, messageId);
    }

    /** The latest place of each of the chats. */
    Map<UUID, Integer> lastSeqOf(Collection<UUID> sessionIds) {
        var last = new HashMap<UUID, Integer>();
        sql.query(
                        "select session_id, last_seq from chat_session where session_id = any(?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
                        (Object) sessionIds.toArray(UUID[]::new))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    private int nextSeq(UUID sessionId) {
        return sql.first(
                        "update chat_session set last_seq = last_seq + 1 where session_id = ? returning last_seq",
                        row -> row.getInt(1),
                        sessionId)
                .orElseThrow();
    }

    /** Whether the chat that is now held has not been ended. */
    private boolean hold(UUID sessionId) {
        return sql.first(
                        "select ended_at is null from chat_session where session_id = ? for update",
                        row -> row.getBoolean(1),
                        sessionId)
                .orElseThrow(() -> new IllegalStateException("There is no chat " + sessionId));
    }

    private static ChatMessage message(ResultSet row) throws SQLException {
        return new ChatMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("client_id"),
                row.getInt("contact_sequence"),
                row.getObject("seq", Integer.class),
                row.getString("side"),
                row.getString("author"),
                row.getString("text"),
                Sql.instant(row, "said_at"));
    }
}
