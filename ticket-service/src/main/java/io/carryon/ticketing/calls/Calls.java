package io.carryon.ticketing.calls;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** All calls, by their contacts. */
@ApplicationScoped
class Calls implements PanacheRepositoryBase<Call, UUID> {

    private static final String HOMES = """
            select distinct on (contact_id) contact_id, ticket_id from ticketing.entry
            where contact_id = any(?) order by contact_id, at, position""";

    private static final String ERASE = """
            update ticketing.phone_call set caller = null, question = null, call_id = null, transferred_to = null,
                hold_reason = case when hold_reason is not null then '' end
            where contact_id = any(?)""";

    private final Sql sql;

    Calls(DataSource database) {
        this.sql = new Sql(database);
    }

    /** On which ticket each of the contacts is; one that is not here yet is left out. */
    Map<UUID, UUID> homes(Collection<UUID> contacts) {
        var homes = new HashMap<UUID, UUID>();
        sql.list(HOMES, row -> homes.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), contacts);
        return homes;
    }

    /** Locked in one order until the transaction ends. */
    List<Call> locked(Collection<UUID> contacts) {
        return find("contactId in ?1 order by contactId", contacts)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void erase(Collection<UUID> contacts) {
        sql.update(ERASE, contacts);
    }
}
