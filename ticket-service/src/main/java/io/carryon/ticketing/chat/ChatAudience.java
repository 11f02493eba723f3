package io.carryon.ticketing.chat;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Whom it concerns what a customer does in a chat, and in which contact staff type. */
@ApplicationScoped
class ChatAudience {

    // Of a merged ticket, who is at the one that took its place.
    private static final String OF = """
            with recursive up (contact_id, id, into_id) as (
                select contact.id, t.id, t.merged_into_ticket_id
                from unnest(?) as contact (id)
                cross join lateral (
                    select e.ticket_id from ticketing.entry e where e.contact_id = contact.id
                    order by e.at desc, e.position desc limit 1) latest
                join ticketing.ticket t on t.id = latest.ticket_id
                union
                select up.contact_id, t.id, t.merged_into_ticket_id
                from up join ticketing.ticket t on t.id = up.into_id)
            select up.contact_id, t.id as ticket_id, listening.id as agent
            from up join ticketing.ticket t on t.id = up.id cross join unnest(?) as listening (id)
            where up.into_id is null and (
                t.owner = listening.id
                or t.owner is null and exists (
                    select 1 from ticketing.agent a where a.id = listening.id and a.queues @> array[t.queue])
                or exists (select 1 from ticketing.ticket_presence p
                    where p.ticket_id = t.id and p.agent = listening.id and p.until > ?))
            and ticketing.may_see(listening.id, t.queue)""";

    private static final String CHAT = """
            select contact_id from ticketing.entry
            where ticket_id = any(?) and kind = 'CONTACT' and channel = 'CHAT' order by at desc, id desc limit 1""";

    /** A member of staff, and the ticket they look at, own, or serve the queue of. */
    record Listener(UUID contactId, String agentId, UUID ticketId) {}

    private final Sql sql;
    private final Sql alone;
    private final Clock clock;

    ChatAudience(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.alone = Sql.alone(database);
        this.clock = clock;
    }

    /** Those of some agents whom it concerns, by contact; one statement that needs no transaction. */
    Map<UUID, List<Listener>> of(Set<UUID> contacts, Set<String> listening) {
        return alone
                .list(
                        OF,
                        row -> new Listener(
                                row.getObject("contact_id", UUID.class),
                                row.getString("agent"),
                                row.getObject("ticket_id", UUID.class)),
                        contacts.toArray(UUID[]::new),
                        listening.toArray(String[]::new),
                        clock.instant())
                .stream()
                .collect(Collectors.groupingBy(Listener::contactId));
    }

    /** The latest chat on some tickets; in the caller's transaction. */
    Optional<UUID> chatOn(List<UUID> ticketIds) {
        return sql.first(CHAT, Sql.ID, ticketIds);
    }
}
