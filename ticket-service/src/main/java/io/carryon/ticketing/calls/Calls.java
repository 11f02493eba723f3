package io.carryon.ticketing.calls;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final String ERASED = """
            select contact_id from unnest(?) as told (contact_id)
            where exists (select 1 from ticketing.erased_contact x where x.contact_id = told.contact_id)
               or exists (select 1 from ticketing.issue_contact c
                   join ticketing.erased_customer x on x.customer_id = c.customer_id
                   where c.contact_id = told.contact_id and c.at <= x.at)""";

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

    /** Those of the contacts whose customers are to be forgotten. */
    Set<UUID> erased(Collection<UUID> contacts) {
        return Set.copyOf(sql.list(ERASED, Sql.ID, contacts));
    }

    void erase(Collection<UUID> contacts) {
        sql.update(ERASE, contacts);
    }
}
