package io.carryon.ticketing.calls;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.inbox.EarlyEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Where the phone's words about contacts wait that are not here yet. */
class EarlyChanges {

    @Produces
    @Singleton
    EarlyEvents<CallChanged> early(DataSource database, ObjectMapper json, Clock clock) {
        return new EarlyEvents<>(database, json, clock, "ticketing.call_change", CallChanged.class);
    }
}
