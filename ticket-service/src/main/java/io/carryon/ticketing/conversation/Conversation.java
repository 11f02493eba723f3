package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The entries of tickets in the order they were said. */
@ApplicationScoped
public class Conversation implements PanacheRepositoryBase<Entry, UUID> {

    private static final ManyRows<Entry> CONTACTS = new ManyRows<>(
            "ticketing.entry",
            column("id", "uuid", Entry::id),
            column("ticket_id", "uuid", Entry::ticketId),
            column("position", "integer", Entry::position),
            column("kind", "text", Entry::kind),
            column("at", "timestamptz", Entry::at),
            column("contact_id", "uuid", Entry::contactId),
            column("channel", "text", Entry::channel),
            column("author", "text", entry -> entry.author().id()),
            column("author_name", "text", entry -> entry.author().name()),
            column("text", "text", Entry::text),
            column("visible_text", "text", Entry::visibleText),
            column("html", "text", Entry::html),
            column("subject", "text", Entry::subject),
            column("truncated", "boolean", Entry::truncated),
            column("attachments", "json", Entry::attachments),
            column("origin", "json", Entry::origin),
            column("card", "json", Entry::card));

    private static final String PRESENTED = """
            select left(coalesce(e.visible_text, e.text), 4000),
                (select c.card #>> '{preferences,language}' from ticketing.entry c
                    where c.ticket_id = e.ticket_id and c.card is not null order by c.position desc limit 1),
                exists (select 1 from ticketing.entry r where r.ticket_id = e.ticket_id and r.kind = 'REPLY')
            from ticketing.entry e where e.ticket_id = ? and e.kind = 'CONTACT' order by e.position limit 1""";

    private final DataSource database;

    public Conversation(DataSource database) {
        this.database = database;
    }

    /** Stores what customers said, by one statement in the caller's transaction; their tickets are stored before. */
    public void storeContacts(List<Entry> entries) {
        CONTACTS.insert(database, entries);
    }

    /** At most {@code limit} entries after a position, oldest first. */
    List<ListedEntry> page(UUID ticketId, int afterPosition, int limit) {
        return getEntityManager()
                .createQuery(
                        ListedEntry.SELECT + " where e.ticketId = ?1 and e.position > ?2 order by e.position",
                        ListedEntry.class)
                .setParameter(1, ticketId)
                .setParameter(2, afterPosition)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * At most {@code limit} entries of several tickets in the order they were said, after one said at a time (null: from
     * the start).
     */
    List<ListedEntry> page(List<UUID> ticketIds, Instant afterTime, UUID afterId, int limit) {
        var where =
                " where e.ticketId in ?1" + (afterTime == null ? "" : " and (e.at > ?2 or (e.at = ?2 and e.id > ?3))");
        var query = getEntityManager()
                .createQuery(ListedEntry.SELECT + where + " order by e.at, e.id", ListedEntry.class)
                .setParameter(1, ticketIds)
                .setMaxResults(limit);
        if (afterTime != null) {
            query.setParameter(2, afterTime).setParameter(3, afterId);
        }
        return query.getResultList();
    }

    /** An entry of one of the tickets. */
    public Optional<Entry> one(List<UUID> ticketIds, UUID entryId) {
        return find("ticketId in ?1 and id = ?2", ticketIds, entryId).firstResultOptional();
    }

    /**
     * At most {@code limit} entries of others that follow one that was seen: in the order of the ticket, or of the times
     * they were said at when several tickets are one.
     */
    List<Entry> byOthersAfter(List<UUID> ticketIds, Entry seen, String author, int limit) {
        var one = ticketIds.size() == 1;
        var where = "ticketId in ?1 and (author is null or author <> ?2) and "
                + (one ? "position > ?3 order by position" : "at > ?3 order by at, id");
        return find(where, ticketIds, author, one ? (Object) seen.position() : seen.at())
                .page(0, limit)
                .list();
    }

    /** Entries by id. */
    public List<Entry> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The customer's latest contact on some tickets, of one channel or (null) of any. */
    Optional<Entry> latestContact(List<UUID> ticketIds, Channel channel) {
        // Positions are those of one ticket, and have an index.
        var order = ticketIds.size() == 1 ? "position desc" : "at desc, id desc";
        return find(
                        "ticketId in ?1 and kind = CONTACT and (?2 is null or channel = ?2) order by " + order,
                        ticketIds,
                        channel)
                .page(0, 1)
                .firstResultOptional();
    }

    /** The latest contact on some tickets, of one channel or (null) of any, that is not from one of those addresses. */
    Optional<Entry> latestContactNotFrom(List<UUID> ticketIds, Channel channel, Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return latestContact(ticketIds, channel);
        }
        return find(
                        "ticketId in ?1 and kind = CONTACT and (?2 is null or channel = ?2)"
                                + " and (author is null or lower(author) not in ?3) order by at desc, id desc",
                        ticketIds,
                        channel,
                        addresses.stream().map(address -> "mailto:" + address).toList())
                .page(0, 1)
                .firstResultOptional();
    }

    /** What the customer of a ticket presented first; empty while there is no contact on it. */
    public Optional<Presented> presented(UUID ticketId) {
        return new Sql(database)
                .first(
                        PRESENTED,
                        row -> new Presented(row.getString(1), row.getString(2), row.getBoolean(3)),
                        ticketId);
    }

    /** The latest card as JSON: what came before, as it stood when the customer last got in touch. */
    public Optional<String> latestCard(UUID ticketId) {
        return getEntityManager()
                .createQuery(
                        "select card from Entry where ticketId = ?1 and card is not null order by position desc",
                        String.class)
                .setParameter(1, ticketId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
