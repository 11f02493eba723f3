package io.carryon.gateway.phone;

import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.storage.OwedRound;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Publishes the calls whose caller was answered while the broker was away. */
@ApplicationScoped
public class UnpublishedCalls {

    private static final Logger LOG = Logger.getLogger(UnpublishedCalls.class);
    /** Longer than the attempt made while the caller waited. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final CallLog calls;
    private final CallContacts contacts;
    private final Clock clock;

    public UnpublishedCalls(CallLog calls, CallContacts contacts, Clock clock) {
        this.calls = calls;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Scheduled(every = "{carryon.phone.republish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publish() {
        OwedRound.whenStored("Calls are", () -> {
            // As long as everything that is owed is taken, and there may be more.
            while (publishOlderThan(GRACE) >= CallLog.BATCH) {
                LOG.info("More calls are still to be published");
            }
        });
    }

    /** Stops when the broker takes nothing; what fails otherwise is passed over. Returns how many were published. */
    int publishOlderThan(Duration age) {
        int published = 0;
        for (var call : calls.owedLongerThan(age)) {
            try {
                calls.published(contacts.publish(call), clock.instant());
                published++;
            } catch (ContactNotAccepted e) {
                LOG.warnf("Call %s is still to be published", call.contactId());
                break;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Call %s could not be published: %s",
                        call.contactId(), e.getClass().getSimpleName());
                calls.failed(call.contactId());
            }
        }
        return published;
    }
}
