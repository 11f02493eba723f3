package io.carryon.gateway.callback;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is held on callbacks: the number. An erased one is live no longer. */
@ApplicationScoped
class CallbackData implements ContactData {

    private final Sql sql;

    CallbackData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return sql.query(
                "select * from callback where contact_id = any(?) and number <> ''",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "callback",
                                Sql.instant(row, "changed_at"),
                                null)
                        .with("number", row.getString("number"))
                        .with("state", row.getString("state"))
                        .with("notBefore", Sql.instant(row, "not_before"))
                        .with("notAfter", Sql.instant(row, "not_after")),
                (Object) contacts);
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update("""
                update callback set number = '',
                    state = case when state in ('OFFERED', 'REQUESTED') then 'CANCELLED' else state end
                where contact_id = any(?)
                """, (Object) contacts);
        return Traces.NONE;
    }
}
