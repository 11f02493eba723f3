package io.carryon.gateway.portal;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Addresses whose owners followed a link that was mailed there: these may be written to again. */
@ApplicationScoped
class ConfirmedAddresses {

    private final Sql sql;
    private final Secrets secrets;
    private final Clock clock;

    ConfirmedAddresses(Sql sql, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean has(String email) {
        return sql.first(
                        "select 1 from portal_confirmed_address where address = ?", row -> true, secrets.address(email))
                .isPresent();
    }

    void add(String email) {
        addHash(secrets.address(email));
    }

    void addHash(String address) {
        sql.update(
                "insert into portal_confirmed_address (address, at) values (?, ?) on conflict do nothing",
                address,
                clock.instant());
    }
}
