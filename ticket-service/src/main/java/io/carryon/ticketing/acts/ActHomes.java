package io.carryon.ticketing.acts;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Which tickets contacts are worked on at: where they spoke last, and of merged ones the ticket that took their place. */
@ApplicationScoped
class ActHomes {

    private static final String HOMES = """
            with recursive home (contact_id, ticket_id) as (
                select distinct on (contact_id) contact_id, ticket_id from ticketing.entry
                where contact_id = any(?) order by contact_id, at desc, position desc),
            up (contact_id, id, into_id) as (
                select h.contact_id, t.id, t.merged_into_ticket_id
                from home h join ticketing.ticket t on t.id = h.ticket_id
                union
                select up.contact_id, t.id, t.merged_into_ticket_id
                from up join ticketing.ticket t on t.id = up.into_id)
            select contact_id, id from up where into_id is null""";

    private static final String ERASED = """
            select contact_id from unnest(?) as told (contact_id)
            where exists (select 1 from ticketing.erased_contact x where x.contact_id = told.contact_id)
               or exists (select 1 from ticketing.issue_contact c
                   join ticketing.erased_customer x on x.customer_id = c.customer_id
                   where c.contact_id = told.contact_id and c.at <= x.at)""";

    private final Tickets tickets;
    private final Sql sql;

    ActHomes(DataSource database, Tickets tickets) {
        this.sql = new Sql(database);
        this.tickets = tickets;
    }

    /**
     * The contacts' tickets, locked until the transaction ends; contacts that are not here are left out.
     *
     * @throws IllegalStateException when a contact or ticket went elsewhere meanwhile: try again
     */
    Map<UUID, Ticket> locked(Collection<UUID> contacts) {
        var homes = homes(contacts);
        if (homes.isEmpty()) {
            return Map.of();
        }
        var byId = tickets.locked(Set.copyOf(homes.values())).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        if (!homes(homes.keySet()).equals(homes)) {
            throw new IllegalStateException("A contact moved meanwhile: look again");
        }
        return homes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, home -> byId.get(home.getValue())));
    }

    /** Those of the contacts whose customers are to be forgotten. */
    Set<UUID> erased(Collection<UUID> contacts) {
        return Set.copyOf(sql.list(ERASED, Sql.ID, contacts));
    }

    private Map<UUID, UUID> homes(Collection<UUID> contacts) {
        var homes = new HashMap<UUID, UUID>();
        sql.list(HOMES, row -> homes.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), contacts);
        return homes;
    }
}
