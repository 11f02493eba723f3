package io.carryon.ticketing.typing;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Whom it concerns that a customer types, and in which contact staff type; in the caller's transaction. */
@ApplicationScoped
class TypingAudience {

    // Of a merged ticket, who is at the one that took its place.
    private static final String OF = """
            with recursive up (id, into_id) as (
                select t.id, t.merged_into_ticket_id from ticketing.ticket t where t.id = (
                    select e.ticket_id from ticketing.entry e where e.contact_id = ?
                    order by e.at desc, e.position desc limit 1)
                union
                select t.id, t.merged_into_ticket_id from up join ticketing.ticket t on t.id = up.into_id)
            select listening.id as agent, t.id as ticket_id
            from up join ticketing.ticket t on t.id = up.id cross join unnest(?) as listening (id)
            where up.into_id is null and ticketing.may_see(listening.id, t.queue) and (
                t.owner = listening.id
                or t.owner is null and exists (
                    select 1 from ticketing.agent a where a.id = listening.id and a.queues @> array[t.queue])
                or exists (select 1 from ticketing.ticket_presence p
                    where p.ticket_id = t.id and p.agent = listening.id and p.until > ?))""";

    private static final String CHAT = """
            select contact_id from ticketing.entry
            where ticket_id = any(?) and kind = 'CONTACT' and channel = 'CHAT' order by at desc, id desc limit 1""";

    /** A member of staff, and the ticket they look at, own, or serve the queue of. */
    record Listener(String agentId, UUID ticketId) {}

    private final Sql sql;
    private final Clock clock;

    TypingAudience(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Those of some agents whom it concerns; one statement. */
    List<Listener> of(UUID contactId, String[] listening) {
        return sql.list(
                OF,
                row -> new Listener(row.getString("agent"), row.getObject("ticket_id", UUID.class)),
                contactId,
                listening,
                clock.instant());
    }

    /** The latest chat on some tickets. */
    Optional<UUID> chatOn(List<UUID> ticketIds) {
        return sql.first(CHAT, Sql.ID, ticketIds);
    }
}
