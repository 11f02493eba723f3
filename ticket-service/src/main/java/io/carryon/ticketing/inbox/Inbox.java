package io.carryon.ticketing.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which events each consumer has handled, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    /** Longer than any topic keeps its events, so that no redelivery outlives its row. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final String FORGET = """
            delete from ticketing.inbox where (consumer, event_id) in (
                select consumer, event_id from ticketing.inbox where handled_at < ?1
                order by handled_at limit ?2 for update skip locked)""";

    private final EntityManager database;
    private final Sweep sweep;
    private final Clock clock;

    public Inbox(EntityManager database, Sweep sweep, Clock clock) {
        this.database = database;
        this.sweep = sweep;
        this.clock = clock;
    }

    /**
     * Those of the events that this consumer sees for the first time, each once; waits for a transaction that handles
     * one of them just now. One statement, whatever their number.
     */
    public <T> List<EventDoor.Arrived<T>> firstSeen(String consumer, List<EventDoor.Arrived<T>> events) {
        var fresh = remember(
                consumer, events.stream().map(EventDoor.Arrived::eventId).toList());
        return events.stream().filter(event -> fresh.remove(event.eventId())).toList();
    }

    private Set<String> remember(String consumer, Collection<String> eventIds) {
        // In one order everywhere, so that two instances with the same events wait for each other only one way round.
        var inserted = database.createNativeQuery("""
                                insert into ticketing.inbox (consumer, event_id)
                                select ?1, id from unnest(?2) as id order by id
                                on conflict do nothing returning event_id""", String.class)
                .setParameter(1, consumer)
                .setParameter(2, eventIds.toArray(String[]::new))
                .getResultList();
        return new HashSet<>(inserted);
    }

    @Scheduled(every = "6h", delayed = "10m")
    void forgetTheOld() {
        sweep.repeat(FORGET, clock.instant().minus(MEMORY));
    }
}
