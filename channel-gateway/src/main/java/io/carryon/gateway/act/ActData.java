package io.carryon.gateway.act;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is held on customers' acts: their words and their scores. The row of an erased one stays without its words. */
@ApplicationScoped
class ActData implements ContactData {

    private final Sql sql;

    ActData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return sql
                .query(
                        "select * from customer_act where contact_id = any(?) and erased_at is null order by seq",
                        ActStore::act,
                        (Object) contacts)
                .stream()
                .map(ActData::held)
                .toList();
    }

    private static HeldData held(CustomerAct act) {
        var held = HeldData.of(act.contactId(), "customer-act", act.at(), null)
                .with("act", act.act().wireName())
                .with("reason", act.reason());
        return act.rating() == null
                ? held
                : held.with("score", act.rating().score())
                        .with("comment", act.rating().comment());
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update("""
                update customer_act set reason = null, comment = null, erased_at = coalesce(erased_at, ?),
                    published_at = coalesce(published_at, ?)
                where contact_id = any(?)
                """, at, at, contacts);
        return Traces.NONE;
    }
}
