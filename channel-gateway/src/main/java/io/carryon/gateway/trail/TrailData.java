package io.carryon.gateway.trail;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What browsers did before a contact. The contact's own row tells what of it went along. */
@ApplicationScoped
class TrailData implements ContactData {

    private final Sql sql;

    TrailData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return List.of();
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        var sessions = sql.query(
                        "delete from trail_contact where contact_id = any(?) returning session",
                        row -> row.getString(1),
                        (Object) contacts)
                .toArray(String[]::new);
        sql.update("delete from trail_search where session = any(?)", (Object) sessions);
        sql.update("delete from trail_read where session = any(?)", (Object) sessions);
        return Traces.NONE;
    }
}
