package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** All callbacks. Who changes one holds its ticket's lock. */
@ApplicationScoped
class Callbacks implements PanacheRepositoryBase<Callback, UUID> {

    private static final String LIVE = """
            select distinct c.id, e.ticket_id
            from ticketing.entry e join ticketing.callback c on c.contact_id = e.contact_id
            where e.ticket_id = any(?) and c.state in ('requested', 'offered')""";

    private static final String TICKETS = """
            select distinct e.ticket_id
            from ticketing.entry e join ticketing.callback c on c.contact_id = e.contact_id
            where c.contact_id = any(?) and c.state in ('requested', 'offered')""";

    private static final String ERASE =
            "update ticketing.callback set number = null, note = null where contact_id = any(?)";

    private final Sql sql;

    Callbacks(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A callback, and the ticket that its contact is on. */
    record OnTicket(UUID callback, UUID ticket) {}

    /** Those of the tickets that wait for somebody to call. */
    List<OnTicket> live(Collection<UUID> tickets) {
        return sql.list(LIVE, row -> new OnTicket(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), tickets);
    }

    /** The tickets of the contacts that somebody is to be called back about. */
    List<UUID> ticketsWithLive(Collection<UUID> contacts) {
        return sql.list(TICKETS, Sql.ID, contacts);
    }

    /** Locked in one order until the transaction ends: an erasure waits, and is waited for. */
    List<Callback> locked(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    void erase(Collection<UUID> contacts) {
        sql.update(ERASE, contacts);
    }
}
