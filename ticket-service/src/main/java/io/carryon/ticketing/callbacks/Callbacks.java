package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** All callbacks. Who changes one holds its ticket's lock. */
@ApplicationScoped
class Callbacks implements PanacheRepositoryBase<Callback, UUID> {

    private static final String LIVE = """
            select c.id from ticketing.callback c
            where c.state in ('requested', 'offered')
              and c.contact_id = any(array(select contact_id from ticketing.entry where ticket_id = ?))""";

    private static final String ERASE =
            "update ticketing.callback set number = null, note = null where contact_id = any(?)";

    private final Sql sql;

    Callbacks(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Those of the ticket that wait for somebody to call. */
    List<Callback> live(UUID ticketId) {
        flush();
        var ids = sql.list(LIVE, Sql.ID, ticketId);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    void erase(Collection<UUID> contacts) {
        sql.update(ERASE, contacts);
    }
}
