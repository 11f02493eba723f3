package io.carryon.ticketing.inbox;

import io.carryon.ticketing.storage.OpenTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Remembers which events each consumer has handled, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    /** Longer than any topic keeps its events, so that no redelivery outlives its row. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final String FORGET = """
            delete from ticketing.inbox where (consumer, event_id) in (
                select consumer, event_id from ticketing.inbox where handled_at < ?1
                order by handled_at limit ?2 for update skip locked)""";

    // In one order everywhere, so that two instances with the same events wait for each other only one way round.
    private static final String REMEMBER = """
            insert into ticketing.inbox (consumer, event_id)
            select ?, id from unnest(?) as id order by id
            on conflict do nothing returning event_id""";

    private final DataSource database;
    private final Sweep sweep;
    private final Clock clock;

    public Inbox(DataSource database, Sweep sweep, Clock clock) {
        this.database = database;
        this.sweep = sweep;
        this.clock = clock;
    }

    /**
     * Those of the events that this consumer sees for the first time, each once; waits for a transaction that handles
     * one of them just now. One statement, whatever their number, in the caller's transaction.
     */
    public <T> List<EventDoor.Arrived<T>> firstSeen(String consumer, List<EventDoor.Arrived<T>> events) {
        var fresh = remember(
                consumer, events.stream().map(EventDoor.Arrived::eventId).toList());
        return events.stream().filter(event -> fresh.remove(event.eventId())).toList();
    }

    private Set<String> remember(String consumer, Collection<String> eventIds) {
        try (var connection = OpenTransaction.of(database);
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, consumer);
            insert.setArray(2, connection.createArrayOf("text", eventIds.toArray(String[]::new)));
            var inserted = new HashSet<String>();
            try (var fresh = insert.executeQuery()) {
                while (fresh.next()) {
                    inserted.add(fresh.getString(1));
                }
            }
            return inserted;
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox cannot be written", e);
        }
    }

    @Scheduled(every = "6h", delayed = "10m")
    void forgetTheOld() {
        sweep.repeat(FORGET, clock.instant().minus(MEMORY));
    }
}
