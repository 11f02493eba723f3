package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which contact a user's messages are: the same until there has been silence. */
@ApplicationScoped
class Conversations {

    private final Sql sql;
    private final MessengerConfig config;
    private final Clock clock;

    Conversations(Sql sql, MessengerConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** A message's place; {@code sequence} 0 opens the contact. */
    record Place(UUID contactId, UUID entryId, int sequence) {}

    /** The message's place, the same whenever it is asked for; empty when its contact was erased meanwhile. */
    @Transactional
    Optional<Place> place(Update update, IncomingMessage message) {
        var earlier = sql.first(
                """
                select contact_id, entry_id, sequence, erased_at from messenger_message
                join messenger_conversation using (contact_id) where entry_id = ?""",
                row -> Optional.ofNullable(
                        row.getObject("erased_at") != null
                                ? null
                                : new Place(
                                        row.getObject("contact_id", UUID.class),
                                        row.getObject("entry_id", UUID.class),
                                        row.getInt("sequence"))),
                update.updateId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var place = next(update, message).orElseGet(() -> first(update, message));
        sql.update(
                "insert into messenger_message (entry_id, contact_id, sequence, update_seq, said_at) values (?, ?, ?, ?, ?)",
                place.entryId(),
                place.contactId(),
                place.sequence(),
                update.seq(),
                message.at());
        return Optional.of(place);
    }

    /** In the conversation that still goes on; what is only an aside joins the last one, however long ago that was. */
    private Optional<Place> next(Update update, IncomingMessage message) {
        return sql.first(
                """
                update messenger_conversation set entries = entries + 1, name = coalesce(?, name),
                    last_at = greatest(last_at, ?), written_at = greatest(written_at, ?)
                where contact_id = (
                    select contact_id from messenger_conversation
                    where channel = ? and connection = ? and address = ?
                    order by last_at desc, opened_at desc limit 1 for update)
                  and last_at >= ?
                returning contact_id, entries - 1 as sequence""",
                row -> new Place(row.getObject("contact_id", UUID.class), update.updateId(), row.getInt("sequence")),
                message.name(),
                message.at(),
                message.at(),
                update.channel().wireName(),
                update.connection(),
                message.address(),
                message.isAside() ? Instant.EPOCH : message.at().minus(config.silence()));
    }

    private Place first(Update update, IncomingMessage message) {
        sql.update(
                """
                insert into messenger_conversation (contact_id, channel, connection, address, name, entries, opened_at,
                    last_at, written_at)
                values (?, ?, ?, ?, ?, 1, ?, ?, ?)""",
                update.updateId(),
                update.channel().wireName(),
                update.connection(),
                message.address(),
                message.name(),
                message.at(),
                message.at(),
                message.at());
        return new Place(update.updateId(), update.updateId(), 0);
    }

    /** The conversation of a contact; empty when it is none by messenger, or was erased. */
    Optional<Conversation> of(UUID contactId) {
        return sql.first(
                """
                select contact_id, channel, connection, address, (
                    select max(later.written_at) from messenger_conversation later
                    where later.channel = conversation.channel and later.connection = conversation.connection
                      and later.address = conversation.address) as written_at
                from messenger_conversation conversation where contact_id = ? and address is not null""",
                row -> new Conversation(
                        row.getObject("contact_id", UUID.class),
                        Channel.ofWireName(row.getString("channel")),
                        row.getString("connection"),
                        row.getString("address"),
                        Sql.instant(row, "written_at")),
                contactId);
    }

    /** Whether this address may be told something again; true once in a while. */
    boolean mayHint(Update update, String address) {
        var now = clock.instant();
        var key = ContactId.derive(update.channel().wireName(), update.connection(), "hint", address);
        return sql.update("""
                        insert into messenger_hint (address_id, at) values (?, ?)
                        on conflict (address_id) do update set at = excluded.at where messenger_hint.at < ?""", key, now, now.minus(config.hintEvery())) == 1;
    }

    /** Forgets that it was told, since it was not. */
    void notHinted(Update update, String address) {
        sql.update(
                "delete from messenger_hint where address_id = ?",
                ContactId.derive(update.channel().wireName(), update.connection(), "hint", address));
    }
}
