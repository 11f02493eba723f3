package io.carryon.gateway.chat;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is held on chats. An erased one has ended, and no token opens it. */
@ApplicationScoped
class ChatData implements ContactData {

    private final Sql sql;
    private final JsonColumns json;
    private final ChatOriginals originals;
    private final ChatTranscript transcript;
    private final FileData files;

    ChatData(Sql sql, JsonColumns json, ChatOriginals originals, ChatTranscript transcript, FileData files) {
        this.sql = sql;
        this.json = json;
        this.originals = originals;
        this.transcript = transcript;
        this.files = files;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        var held = new ArrayList<>(sql.query(
                "select * from chat_session where contact_id = any(?) and erased_at is null order by opened_at",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "chat-session",
                                Sql.instant(row, "opened_at"),
                                null)
                        .with("sessionId", row.getObject("session_id", UUID.class))
                        .with("visitor", json.read(row.getString("visitor"), Object.class))
                        .with("pageUrl", row.getString("page_url"))
                        .with("language", row.getString("language"))
                        .with("topic", row.getString("topic"))
                        .with(
                                "selfService",
                                row.getString("self_service") == null
                                        ? null
                                        : json.read(row.getString("self_service"), Object.class))
                        .with("ticketNumber", row.getString("ticket_number"))
                        .with("handoffAt", Sql.instant(row, "handoff_at")),
                (Object) contacts));
        held.addAll(sql.query(
                """
                select session.contact_id, said.*, original_sha256
                from chat_session session
                join chat_message said using (session_id)
                left join intake_log on entry_id = message_id
                where session.contact_id = any(?) and erased_at is null order by said_at
                """,
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "chat-message",
                                Sql.instant(row, "said_at"),
                                row.getString("original_sha256"))
                        .with("from", row.getString("side"))
                        .with("author", row.getString("author"))
                        .with("text", row.getString("text")),
                (Object) contacts));
        held.addAll(files.held(contacts));
        return held;
    }

    @Override
    public boolean refersTo(String sha256) {
        return files.refersTo(sha256);
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        var sessions = sql.query(
                        "select session_id from chat_session where contact_id = any(?) order by session_id for update",
                        row -> row.getObject(1, UUID.class),
                        (Object) contacts)
                .toArray(UUID[]::new);
        // What was drafted and never published has left its original.
        var erased = List.of(sessions).stream()
                .flatMap(session -> transcript.drafts(session).stream())
                .map(draft -> originals.of(draft).sha256())
                .collect(Collectors.toCollection(ArrayList::new));
        erased.addAll(files.erase(sessions));
        var entries = sql.query(
                "update chat_message set text = '', author = null, files = null where session_id = any(?)"
                        + " returning message_id",
                row -> row.getObject(1, UUID.class),
                (Object) sessions);
        sql.update("""
                update chat_session set visitor = '{}', page_url = null, language = null, topic = null, self_service = null,
                    payload_hash = 'erased', nonce = '', token_hash = 'erased:' || session_id,
                    ended_at = coalesce(ended_at, ?), waiting_since = null,
                    erased_at = coalesce(erased_at, ?)
                where session_id = any(?)
                """, at, at, sessions);
        return new Traces(entries, erased);
    }
}
