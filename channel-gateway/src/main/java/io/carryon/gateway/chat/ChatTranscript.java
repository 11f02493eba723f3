package io.carryon.gateway.chat;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.contact.OriginalRows;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.GroupCommit;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said in chats, in an order both sides can count on. Who adds to a chat holds its row meanwhile. */
@ApplicationScoped
public class ChatTranscript {

    // The original is kept only with its message: nobody would find it to erase it.
    private static final String DRAFT = """
            with place as (
                update chat_session as session set entries = entries + 1
                where session_id = ? and entries < ? and ended_at is null and not exists (
                    select 1 from chat_message said where said.session_id = session.session_id and client_id = ?)
                returning session_id, entries - 1 as sequence),
            kept as (%s)
            insert into chat_message (message_id, session_id, client_id, contact_sequence, side, text, files, said_at)
            select case when sequence = 0 then ?::uuid else ?::uuid end, session_id, ?, sequence, 'you', ?, ?::jsonb, ?
            from place returning *
            """.formatted(OriginalRows.INSERT_WITH.formatted("place"));

    // Who adds to a chat holds its row, then the message's: who waited for that finds that it has its place.
    private static final String CONFIRM = IntakeLog.notingWith("""
            , held as (select session_id from chat_session where session_id = ? for update),
            mine as (
                select message.session_id, said_at from held
                join chat_message message on message.session_id = held.session_id
                where message_id = ? and seq is null for update of message),
            place as (
                update chat_session set last_seq = last_seq + 1, waiting_since = coalesce(waiting_since, mine.said_at)
                from mine where chat_session.session_id = mine.session_id returning last_seq)
            update chat_message set seq = place.last_seq from place where message_id = ?
            """);

    private final Sql sql;
    private final GroupCommit confirmations;
    private final JsonColumns json;
    private final ChatFiles files;
    private final ChatOriginals originals;
    private final IntakeLog log;
    private final ChatConfig config;

    public ChatTranscript(
            Sql sql, JsonColumns json, ChatFiles files, ChatOriginals originals, IntakeLog log, ChatConfig config) {
        this.sql = sql;
        this.confirmations = new GroupCommit(sql, CONFIRM);
        this.json = json;
        this.files = files;
        this.originals = originals;
        this.log = log;
        this.config = config;
    }

    /**
     * The visitor's message, not durable yet, or the one drafted before under the same client id; 409 when the chat has
     * ended or is full, 422 when a file is not this chat's to send.
     */
    ChatMessage draft(ChatSession session, VisitorMessage said, Instant at) {
        return said.files().isEmpty() && at.isBefore(session.expiresAt())
                ? draftAlone(session, said, at).orElseGet(() -> draftHolding(session, said, at))
                : draftHolding(session, said, at);
    }

    /** In one statement; empty when something is in the way, be it the same message in another tab at the same time. */
    private Optional<ChatMessage> draftAlone(ChatSession session, VisitorMessage said, Instant at) {
        try {
            return added(session, said, List.of(), at);
        } catch (StorageException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    // Called from within: Quarkus begins the transaction for such calls as well.
    @Transactional
    ChatMessage draftHolding(ChatSession session, VisitorMessage said, Instant at) {
        var open = hold(session.sessionId()) && at.isBefore(session.expiresAt());
        var earlier = sql.first(
                "select * from chat_message where session_id = ? and client_id = ?",
                this::message,
                session.sessionId(),
                said.clientId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!open) {
            throw ended();
        }
        var taken = files.take(session.sessionId(), id(session, said), said.files());
        return added(session, said, taken, at)
                .orElseThrow(() -> ProblemException.conflict(
                        "chat-full", "This chat has all the messages it can hold. Have the site open a new one."));
    }

    private static UUID id(ChatSession session, VisitorMessage said) {
        return ContactId.derive("chat", session.sessionId().toString(), said.clientId());
    }

    private Optional<ChatMessage> added(ChatSession session, VisitorMessage said, List<ChatFile> taken, Instant at) {
        var original = originals.bytes(session.sessionId(), said, taken, at);
        return sql.first(
                DRAFT,
                this::message,
                session.sessionId(),
                config.messages(),
                said.clientId(),
                Original.of(original, ChatOriginals.JSON).sha256(),
                original,
                at,
                session.contactId(),
                id(session, said),
                said.clientId(),
                said.words(),
                taken.isEmpty() ? null : json.written(taken),
                at);
    }

    /** The visitor's messages that are not durable yet, in their order. */
    List<ChatMessage> drafts(UUID sessionId) {
        return sql.query(
                "select * from chat_message where session_id = ? and seq is null order by contact_sequence",
                this::message,
                sessionId);
    }

    /** Gives a message that the broker has its place, once, and the intake log its row. */
    void confirm(ChatMessage message, IntakeLog.Arrival arrival) {
        confirmations.update(
                message.sessionId(),
                log.valuesWith(arrival, message.sessionId(), message.messageId(), message.messageId()));
    }

    /** Stores support's answer once, at the next place. */
    @Transactional
    void addReply(UUID sessionId, UUID replyId, String author, String text, List<ChatFile> sent, Instant at) {
        hold(sessionId);
        if (find(replyId).isPresent()) {
            return;
        }
        // The reply itself is durable, and its outcome, written next, makes this so.
        files.add(sessionId, replyId, sent, at);
        sql.update(
                """
                insert into chat_message (message_id, session_id, seq, side, author, text, files, said_at)
                select ?, ?, ?, 'support', ?, ?, ?::jsonb, ? where %s
                """.formatted(Sql.UNAWAITED),
                replyId,
                sessionId,
                nextSeq(sessionId),
                author,
                text,
                sent.isEmpty() ? null : json.written(sent),
                at);
    }

    /** What stands after a place, in order. */
    public List<ChatMessage> after(UUID sessionId, int seq, int limit) {
        return sql.query(
                "select * from chat_message where session_id = ? and seq > ? order by seq limit ?",
                this::message,
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
        return sql.first("select * from chat_message where message_id = ?", this::message, messageId);
    }

    private int nextSeq(UUID sessionId) {
        return sql.first(
                        "update chat_session set last_seq = last_seq + 1, waiting_since = null where session_id = ?"
                                + " returning last_seq",
                        row -> row.getInt(1),
                        sessionId)
                .orElseThrow();
    }

    static ProblemException ended() {
        // Another process may have ended it while this one still has its socket.
        return ProblemException.conflict("chat-ended", "This chat has ended. Have the site open a new one.");
    }

    /** Whether the chat that is now held has not been ended. */
    private boolean hold(UUID sessionId) {
        return sql.first(
                        "select ended_at is null from chat_session where session_id = ? for update",
                        row -> row.getBoolean(1),
                        sessionId)
                .orElseThrow(() -> new IllegalStateException("There is no chat " + sessionId));
    }

    private ChatMessage message(ResultSet row) throws SQLException {
        var sent = row.getString("files");
        return new ChatMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("client_id"),
                row.getInt("contact_sequence"),
                row.getObject("seq", Integer.class),
                row.getString("side"),
                row.getString("author"),
                row.getString("text"),
                sent == null ? null : List.of(json.read(sent, ChatFile[].class)),
                Sql.instant(row, "said_at"));
    }
}
