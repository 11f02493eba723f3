package io.carryon.ticketing.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Remembers the ids of handled events, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    /** Longer than any topic keeps its events, so that no redelivery outlives its row. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final EntityManager database;
    private final Clock clock;

    public Inbox(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the event is seen for the first time; waits for a transaction that handles the same event just now. */
    public boolean isNew(String eventId) {
        return database.createNativeQuery("insert into ticketing.inbox (event_id) values (?1) on conflict do nothing")
                        .setParameter(1, eventId)
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "6h", delayed = "10m")
    @Transactional
    void forgetTheOld() {
        database.createNativeQuery("delete from ticketing.inbox where handled_at < ?1")
                .setParameter(1, clock.instant().minus(MEMORY))
                .executeUpdate();
    }
}
