package io.carryon.gateway.portal.letter;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.reply.OwnAddresses;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.selfservice.UnseenAnswers;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The answers to requests that go by mail unless their customers see them first. */
@ApplicationScoped
class RequestLetters implements UnseenAnswers, ContactData {

    /** Whether a request is open is not known more exactly, so that not every look at it is written. */
    private static final Duration LOOKS_APART = Duration.ofMinutes(1);

    private final Sql sql;
    private final JsonColumns json;
    private final OwnAddresses addresses;
    private final Clock clock;

    RequestLetters(Sql sql, JsonColumns json, OwnAddresses addresses, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public void keep(ReplyRequested answer) {
        if (addressOf(answer.contactId())
                .filter(Predicate.not(addresses::isOurs))
                .isPresent()) {
            sql.update(
                    "insert into portal_letter (reply_id, contact_id, reply, owed_at) values (?, ?, ?::jsonb, ?)"
                            + " on conflict (reply_id) do nothing",
                    answer.replyId(),
                    answer.contactId(),
                    json.written(answer),
                    clock.instant());
        }
    }

    private Optional<String> addressOf(UUID contactId) {
        return sql.first(
                "select requester ->> 'email' from portal_request where contact_id = ? and erased_at is null"
                        + " and coalesce(requester ->> 'email', '') <> ''",
                row -> row.getString(1),
                contactId);
    }

    @Override
    public void seen(UUID contactId, List<UUID> messages) {
        var now = clock.instant();
        sql.update("""
                with looked as (
                    update portal_request set looked_at = ?
                    where contact_id = ? and (looked_at is null or looked_at < ?))
                delete from portal_letter where reply_id = any(?)
                """, now, contactId, now.minus(LOOKS_APART), messages.toArray(UUID[]::new));
    }

    @Override
    public List<UUID> kept(List<UUID> messages) {
        return sql.query(
                "select reply_id from portal_letter where reply_id = any(?)",
                row -> row.getObject(1, UUID.class),
                (Object) messages.toArray(UUID[]::new));
    }

    /**
     * Requests with an answer that was owed before {@code owed}, or whose customers have not looked at them since
     * {@code looked}; the longest waiting first.
     */
    List<UUID> due(Instant owed, Instant looked, int most) {
        return sql.query("""
                select contact_id from portal_letter join portal_request using (contact_id)
                where owed_at <= ? or looked_at is null or looked_at <= ?
                group by contact_id order by min(owed_at) limit ?
                """, row -> row.getObject(1, UUID.class), owed, looked, most);
    }

    /** Whether nobody else is at it; from then on this transaction is. */
    boolean hold(UUID contactId) {
        return sql.first(
                        "select 1 from portal_request where contact_id = ? and erased_at is null for update skip locked",
                        row -> true,
                        contactId)
                .isPresent();
    }

    /** The answers to a request that were not seen, in the order said. */
    List<ReplyRequested> unseen(UUID contactId) {
        return sql.query(
                "select reply from portal_letter where contact_id = ? order by owed_at, reply_id",
                row -> json.read(row.getString(1), ReplyRequested.class),
                contactId);
    }

    /** They went by mail. */
    void settle(UUID contactId) {
        sql.update("delete from portal_letter where contact_id = ?", contactId);
    }

    /** The same words stand in the request and in the queue of replies, which tell of them. */
    @Override
    public List<HeldData> held(UUID[] contacts) {
        return List.of();
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update("delete from portal_letter where contact_id = any(?)", (Object) contacts);
        return Traces.NONE;
    }
}
