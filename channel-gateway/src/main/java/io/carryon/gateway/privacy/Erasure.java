package io.carryon.gateway.privacy;

import io.carryon.gateway.contact.ErasedOriginals;
import io.carryon.gateway.storage.DatabaseAway;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/** Erases contacts, for as long as it takes the database to come back. */
@ApplicationScoped
public class Erasure {

    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final ContactErasure contacts;
    private final ErasedOriginals originals;

    public Erasure(ContactErasure contacts, ErasedOriginals originals) {
        this.contacts = contacts;
        this.originals = originals;
    }

    /** Returns once it is durable; originals that the archive does not let go now follow by a job. May be repeated. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 100)
    @RetryWhen(exception = DatabaseAway.class)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void erase(Set<UUID> ids) {
        contacts.erase(ids);
        originals.takeOut();
        LOG.infof("Erased what was held on %d contacts", ids.size());
    }
}
