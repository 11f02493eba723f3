package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where a provider's door puts what was posted there. */
@ApplicationScoped
public class Updates {

    private final UpdateInbox inbox;
    private final UpdateWorkers workers;

    Updates(UpdateInbox inbox, UpdateWorkers workers) {
        this.inbox = inbox;
        this.workers = workers;
    }

    /** Returns once they are durable: the provider may be told that we have them. */
    public void take(Channel channel, String connection, List<ArrivedUpdate> updates) {
        if (!updates.isEmpty()) {
            inbox.add(channel, connection, updates);
            workers.wake();
        }
    }
}
