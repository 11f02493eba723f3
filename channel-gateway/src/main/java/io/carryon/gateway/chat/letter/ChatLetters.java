package io.carryon.gateway.chat.letter;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.UnreadAnswers;
import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.reply.OwnAddresses;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answers that go by mail when they are not read in the chat, as long as that is open. */
@ApplicationScoped
class ChatLetters implements UnreadAnswers, ContactData {

    private final Sql sql;
    private final JsonColumns json;
    private final OwnAddresses addresses;
    private final Clock clock;

    ChatLetters(Sql sql, JsonColumns json, OwnAddresses addresses, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public boolean keep(ChatSession session, ReplyRequested answer) {
        var address = session.visitor().email();
        if (address == null || address.isBlank() || addresses.isOurs(address)) {
            return false;
        }
        sql.update(
                """
                insert into chat_letter (reply_id, session_id, reply, owed_at) select ?, ?, ?, ? where %s
                on conflict (reply_id) do nothing
                """.formatted(Sql.UNAWAITED),
                answer.replyId(),
                session.sessionId(),
                json.written(answer),
                clock.instant());
        return true;
    }

    /** Chats with an answer that was owed before then, or whose visitor has left; the longest waiting first. */
    List<UUID> due(Instant before, Instant now, int most) {
        return sql.query("""
                select session_id from chat_letter join chat_session using (session_id)
                where owed_at <= ? or ended_at is not null or expires_at <= ?
                group by session_id order by min(owed_at) limit ?
                """, row -> row.getObject(1, UUID.class), before, now, most);
    }

    /** Whether nobody else is at it; from then on this transaction is. */
    boolean hold(UUID sessionId) {
        return sql.first(
                        "select 1 from chat_session where session_id = ? for update skip locked",
                        row -> true,
                        sessionId)
                .isPresent();
    }

    /** The answers of a chat that are in it and were not read, in the order said. */
    List<ReplyRequested> unread(UUID sessionId) {
        return sql.query("""
                select reply from chat_letter
                join chat_message on message_id = reply_id
                join chat_session on chat_session.session_id = chat_letter.session_id
                where chat_letter.session_id = ? and seq > read_seq order by seq
                """, row -> json.read(row.getString(1), ReplyRequested.class), sessionId);
    }

    /** They were read, or went by mail. */
    void settle(UUID sessionId) {
        sql.update("delete from chat_letter where session_id = ?", sessionId);
    }

    /** The same words stand in the chat and in the queue of replies, which tell of them. */
    @Override
    public List<HeldData> held(UUID[] contacts) {
        return List.of();
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update(
                "delete from chat_letter using chat_session"
                        + " where chat_session.session_id = chat_letter.session_id and contact_id = any(?)",
                (Object) contacts);
        return Traces.NONE;
    }
}
