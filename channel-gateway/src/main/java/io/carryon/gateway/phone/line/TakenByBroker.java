package io.carryon.gateway.phone.line;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.course.PersonRequests;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.OwedRound;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Callers who wanted a person while only the broker could be told: what the database does not know of them, so that it
 * learns it before anything else about their calls. The latest are kept, up to {@link PhoneConfig#remembered}.
 */
@ApplicationScoped
public class TakenByBroker {

    private static final Logger LOG = Logger.getLogger(TakenByBroker.class);

    private final Map<UUID, Taken> byContact;
    private final PersonRequests requests;
    private final CallLog calls;
    private final Clock clock;

    public TakenByBroker(PhoneConfig config, PersonRequests requests, CallLog calls, Clock clock) {
        var limit = config.remembered();
        this.byContact = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Taken> eldest) {
                return size() > limit;
            }
        };
        this.requests = requests;
        this.calls = calls;
        this.clock = clock;
    }

    private record Taken(Call call, IntakeLog.Arrival arrival) {}

    /** The broker has the contact of the call, as it is told here. */
    void remember(Call told, IntakeLog.Arrival arrival) {
        synchronized (byContact) {
            byContact.put(told.contactId(), new Taken(told, arrival));
        }
    }

    /** Before anything else of the call is stored: that its caller wanted a person, and that this was published. */
    void store(UUID contactId) {
        var taken = of(contactId);
        if (taken != null) {
            store(taken);
        }
    }

    @Scheduled(every = "{carryon.phone.republish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void storeAll() {
        OwedRound.whenStored(
                "Calls that only the broker knows are", () -> OwedRound.of(all(), this::isStored, id -> {}));
    }

    private void store(Taken taken) {
        try {
            requests.add(taken.call());
        } catch (ProblemException e) {
            LOG.warnf("Call %s had ended elsewhere: %s", taken.call().contactId(), e.getMessage());
        }
        calls.published(taken.arrival(), clock.instant());
        synchronized (byContact) {
            byContact.remove(taken.call().contactId(), taken);
        }
    }

    private Taken of(UUID contactId) {
        synchronized (byContact) {
            return byContact.get(contactId);
        }
    }

    private boolean isStored(UUID contactId) {
        store(contactId);
        return true;
    }

    private List<UUID> all() {
        synchronized (byContact) {
            return List.copyOf(byContact.keySet());
        }
    }
}
