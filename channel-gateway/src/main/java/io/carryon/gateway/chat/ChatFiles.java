package io.carryon.gateway.chat;

import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of chats' files. */
@ApplicationScoped
public class ChatFiles {

    private final Sql sql;

    public ChatFiles(Sql sql) {
        this.sql = sql;
    }

    /**
     * Gives files that were uploaded to the chat to a message, in the caller's transaction, which holds the chat; 422 when
     * one is not there, or another message has it.
     */
    List<ChatFile> take(UUID sessionId, UUID messageId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var taken = new HashMap<UUID, ChatFile>();
        sql.query("""
                        update chat_file set message_id = ?
                        where file_id = any(?) and session_id = ? and side = 'you' and message_id is null returning *
                        """, ChatFiles::file, messageId, ids.toArray(UUID[]::new), sessionId)
                .forEach(file -> taken.put(file.id(), file));
        var missing = ids.stream().filter(id -> !taken.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw ProblemException.unprocessable(
                    "unknown-file",
                    "Upload each file to this chat first, and send it with one message only.",
                    missing.stream()
                            .map(id -> new Problem.FieldError(
                                    "/attachments/" + ids.indexOf(id) + "/id",
                                    "must be a file of this chat that no message has yet"))
                            .toList());
        }
        return ids.stream().map(taken::get).toList();
    }

    /** Adds an upload of the visitor's to those that a message may take; false when the chat has as many as it may. */
    @Transactional
    boolean addUploaded(UUID sessionId, ChatFile file, int most, Instant at) {
        sql.query("select 1 from chat_session where session_id = ? for update", row -> true, sessionId);
        return uploaded(sessionId) < most
                && sql.update("""
                                insert into chat_file (file_id, session_id, side, name, media_type, size, sha256, added_at)
                                values (?, ?, 'you', ?, ?, ?, ?, ?)
                                """, file.id(), sessionId, file.name(), file.mediaType(), file.size(), file.sha256(), at)
                        == 1;
    }

    /** How many the visitor has uploaded. */
    int uploaded(UUID sessionId) {
        return sql.first(
                        "select count(*) from chat_file where session_id = ? and side = 'you'",
                        row -> row.getInt(1),
                        sessionId)
                .orElse(0);
    }

    /** Takes out some that were added before and that no message took; returns the hashes of their contents. */
    List<String> dropUnused(Instant addedBefore, int atMost) {
        return sql.query("""
                delete from chat_file where file_id in (
                    select file_id from chat_file where message_id is null and added_at < ?
                    order by added_at limit ? for update skip locked)
                returning sha256
                """, row -> row.getString(1), addedBefore, atMost);
    }

    /** Adds those of support's answer, in the caller's transaction. */
    void add(UUID sessionId, UUID replyId, List<ChatFile> files, Instant at) {
        sql.batch(
                """
                insert into chat_file (file_id, session_id, message_id, side, name, media_type, size, sha256, added_at)
                values (?, ?, ?, 'support', ?, ?, ?, ?, ?) on conflict (file_id) do nothing
                """,
                files.stream()
                        .map(file -> new Object[] {
                            file.id(), sessionId, replyId, file.name(), file.mediaType(), file.size(), file.sha256(), at
                        })
                        .toList());
    }

    /** A file of this chat, of whichever side. */
    public Optional<ChatFile> find(UUID sessionId, UUID fileId) {
        return sql.first(
                "select * from chat_file where file_id = ? and session_id = ? and sha256 <> ''",
                ChatFiles::file,
                fileId,
                sessionId);
    }

    private static ChatFile file(ResultSet row) throws SQLException {
        return new ChatFile(
                row.getObject("file_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"));
    }
}
