package io.carryon.ticketing.acts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.ticket.ContactTexts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Where acts wait whose contacts are not here yet. */
class EarlyActs {

    @Produces
    @Singleton
    EarlyEvents<CustomerActed> early(DataSource database, ObjectMapper json, Clock clock) {
        return new EarlyEvents<>(database, json, clock, "ticketing.customer_act", CustomerActed.class);
    }

    @Produces
    @Singleton
    ContactTexts texts(EarlyEvents<CustomerActed> early, PersonsWanted wanted) {
        return contacts -> {
            early.erase(contacts);
            wanted.eraseContacts(contacts);
        };
    }
}
