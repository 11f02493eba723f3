package io.carryon.gateway.act;

import io.carryon.gateway.operations.CorrelationFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.MDC;

/** Takes what customers do beside writing: they want a person, close, open again, rate. */
@ApplicationScoped
public class CustomerActs {

    private final ActStore store;
    private final Event<Recorded> recorded;

    CustomerActs(ActStore store, Event<Recorded> recorded) {
        this.store = store;
        this.recorded = recorded;
    }

    /** Something is owed of a contact, in the course of a request. */
    record Recorded(UUID contactId, String correlation) {}

    /**
     * Makes the act durable, in the caller's transaction if there is one, and answers it with its time; of an act that is
     * known, told by its id, the first one. The broker is told once that is committed, and again until it acknowledges:
     * nobody waits for it here. Throws {@link io.carryon.gateway.storage.StorageException} when it is not durable.
     */
    @Transactional
    public CustomerAct record(CustomerAct act) {
        var known = store.add(act);
        var correlation = MDC.get(CorrelationFilter.LOG_KEY) instanceof String given
                ? given
                : act.contactId().toString();
        recorded.fire(new Recorded(act.contactId(), correlation));
        return known;
    }
}
