package io.carryon.ticketing.customers;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Who was erased: tickets are erased page by page, and what was on its way then comes after, and is looked for. */
@ApplicationScoped
class ErasedCustomers {

    private static final String REMEMBER = """
            insert into ticketing.erased_customer (customer_id, act_id, at, waits, by_staff, correlation)
            select customer, ?, ?, true, ?, ? from unnest(?) as customer order by customer
            on conflict (customer_id) do update set waits = true""";

    private static final String CONTACTS = """
            insert into ticketing.erased_contact (contact_id)
            select contact from unnest(?) as contact order by contact on conflict do nothing""";

    private static final String NEXT = """
            select customer_id, act_id, by_staff, correlation from ticketing.erased_customer
            where waits order by at limit 1 for update""";

    private static final String DONE = "update ticketing.erased_customer set waits = false where customer_id = any(?)";

    private static final String LATE = """
            update ticketing.erased_customer x set waits = true
            where not x.waits and x.at > ? and exists (
                select 1 from ticketing.issue_contact c
                where c.customer_id = x.customer_id and c.at <= x.at and (
                    exists (select 1 from ticketing.entry e where e.contact_id = c.contact_id and e.text <> '%s')
                    or exists (select 1 from ticketing.phone_call p
                        where p.contact_id = c.contact_id and p.caller is not null)
                    or exists (select 1 from ticketing.callback b
                        where b.contact_id = c.contact_id and b.number is not null)))""".formatted(Ticket.ERASED);

    /** An erasure that is not done: whose, and by which act of whom. */
    record Waiting(Set<UUID> customers, UUID actId, Actor by, String correlation) {}

    private final Sql sql;

    ErasedCustomers(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Remembers everybody the change names, in the caller's transaction. */
    Waiting remember(CustomerChanged change, Set<UUID> customers, String correlation) {
        var by = change.by().actor();
        sql.update(REMEMBER, change.actId(), change.at(), by.id(), correlation, customers);
        sql.update(CONTACTS, change.contacts());
        return new Waiting(customers, change.actId(), by, correlation);
    }

    /** One that waits, locked; waits itself for whoever is at it. */
    Optional<Waiting> next() {
        return sql.first(
                NEXT,
                row -> new Waiting(
                        Set.of(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getString(3) == null ? Actor.SYSTEM : Actor.staff(row.getString(3), row.getString(3)),
                        row.getString(4)));
    }

    void isDone(Waiting erasure) {
        sql.update(DONE, erasure.customers());
    }

    /** Lets those wait again of whom something came that was received before they were erased, since a time. */
    void lookForTheLate(Instant since) {
        sql.update(LATE, since);
    }
}
