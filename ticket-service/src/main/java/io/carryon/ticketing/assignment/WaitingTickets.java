package io.carryon.ticketing.assignment;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The open tickets nobody owns, in the order in which they are next; in the caller's transaction. What is read are the
 * beginnings of some ranges of one index, however many tickets wait.
 */
@ApplicationScoped
class WaitingTickets {

    static final String FIRST = """
            select next.*
            from unnest(?) as q (queue), unnest(?) as c (channel), unnest(?) as l (language),
                lateral (select * from ticketing.waiting_ticket w
                    where w.queue = q.queue and w.channel = c.channel and w.language = l.language
                    order by w.urgency, w.due_at, w.since, w.ticket_id limit ?) as next
            order by next.urgency, next.due_at, next.since, next.ticket_id limit ?""";

    private static final String GIVEABLE = """
            select next.*
            from (select distinct v1 as channel, v2 as language from unnest(?, ?) as row (v1, v2)) as kind,
                lateral (select * from ticketing.waiting_ticket w
                    where w.queue = ? and w.channel = kind.channel and w.language = kind.language
                    order by w.urgency, w.due_at, w.since, w.ticket_id limit ?) as next
            order by next.urgency, next.due_at, next.since, next.ticket_id""";

    private static final String IS_REPEATED =
            "select 1 from ticketing.waiting_ticket where issue_owner is not null limit 1";

    private static final String OF_ISSUES = """
            select w.* from unnest(?, ?, ?) as able (agent, channels, languages)
            join ticketing.waiting_ticket w on w.issue_owner = able.agent and w.queue = ?
                and w.channel = any(string_to_array(able.channels, ','))
                and (w.language = '' or w.language = any(string_to_array(able.languages, ',')))
            order by w.urgency, w.due_at, w.since, w.ticket_id limit ?""";

    // What somebody else is giving away just now is passed over; what they gave away meanwhile is looked at again.
    private static final String LOCK_FIRST = """
            select t.id from unnest(?) with ordinality as waiting (id, place) join ticketing.ticket t on t.id = waiting.id
            where t.owner is null and t.status in ('NEW', 'OPEN') and t.queue = any(?)
            order by waiting.place limit 1 for update of t skip locked""";

    private final Sql sql;

    WaitingTickets(DataSource database) {
        this.sql = new Sql(database);
    }

    /** At most {@code limit} tickets of some queues, channels and languages, the next one first. */
    List<WaitingTicket> first(
            Collection<String> queues, Collection<Channel> channels, Collection<String> languages, int limit) {
        return sql.list(
                FIRST,
                WaitingTickets::read,
                queues.toArray(String[]::new),
                channels.stream().map(Channel::name).toArray(String[]::new),
                languages.toArray(String[]::new),
                limit,
                limit);
    }

    /**
     * The tickets of a queue that somebody can be given, the next one first, at most {@code limit} of each channel and
     * language: however many wait that one agent can be given, what another can take is among them. No others are read.
     */
    List<WaitingTicket> giveable(String queue, Collection<Giveable> able, int limit) {
        var channels = new ArrayList<String>();
        var languages = new ArrayList<String>();
        for (var one : able) {
            for (var channel : one.channels()) {
                for (var language : one.languages()) {
                    channels.add(channel.name());
                    languages.add(language);
                }
            }
        }
        return sql.list(GIVEABLE, WaitingTickets::read, texts(channels), texts(languages), queue, limit);
    }

    /** Whether any ticket is about an issue somebody owned a ticket of before. */
    boolean hasRepeated() {
        return sql.first(IS_REPEATED, row -> true).isPresent();
    }

    /** At most {@code limit} tickets of a queue that can be given to who owned the ticket before on the same issue. */
    List<WaitingTicket> ofIssuesOf(Collection<Giveable> able, String queue, int limit) {
        return sql.list(
                OF_ISSUES,
                WaitingTickets::read,
                texts(able.stream().map(Giveable::agentId).toList()),
                texts(able.stream().map(one -> joined(one.channels())).toList()),
                texts(able.stream().map(one -> joined(one.languages())).toList()),
                queue,
                limit);
    }

    /** The first of some tickets that still waits in one of the queues and that nobody holds, locked. */
    Optional<UUID> lockFirst(List<UUID> ticketIds, Collection<String> queues) {
        return sql.first(LOCK_FIRST, Sql.ID, ticketIds, queues.toArray(String[]::new));
    }

    private static String[] texts(Collection<String> some) {
        return some.toArray(String[]::new);
    }

    private static String joined(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static WaitingTicket read(ResultSet row) throws SQLException {
        return new WaitingTicket(
                row.getObject("ticket_id", UUID.class),
                row.getString("queue"),
                Channel.valueOf(row.getString("channel")),
                row.getString("language"),
                row.getString("issue_owner"));
    }
}
