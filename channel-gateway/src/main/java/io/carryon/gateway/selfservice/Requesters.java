package io.carryon.gateway.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Changes what is known of who asked. */
@ApplicationScoped
public class Requesters {

    private final PortalStore store;
    private final Clock clock;

    Requesters(PortalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Another address of theirs. Whatever proved the one before does not prove this one. */
    public void readdress(PortalRequest request, String email) {
        var before = request.requester();
        store.readdress(
                request.contactId(),
                new Requester(before.name(), email.strip(), before.phone(), before.account(), false, null),
                clock.instant());
    }
}
