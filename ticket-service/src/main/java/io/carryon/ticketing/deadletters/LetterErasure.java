package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.operations.Topics;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes out of dead letters what they hold of erased customers, whoever gave up on them and whether they were settled or
 * not: such a letter is neither read nor replayed any more. A change of customers stays as it is: it says nothing but
 * which ids belong together, and an erasure that another service could not take must be replayed.
 */
@ApplicationScoped
public class LetterErasure {

    private static final String ERASE = """
            update ticketing.dead_letter set state = 'ERASED', payload = null, record_key = null, headers = '[]',
                reason = null, cause = null, settled_at = coalesce(settled_at, ?), settled_why = null
            where state <> 'ERASED' and original_topic <> ? and id in (%s)""";

    private static final String NAMED = ERASE.formatted("""
            select id from ticketing.dead_letter where names && ?
            union all
            select id from ticketing.dead_letter
            where record_key in (select convert_to(key, 'UTF8') from unnest(?) as key)""");

    private static final String LATE = ERASE.formatted("""
            select l.id from ticketing.dead_letter l, unnest(l.names) as named
            where l.state <> 'ERASED' and l.died_at > ? and (
                exists (select 1 from ticketing.erased_customer where customer_id = named)
                or exists (select 1 from ticketing.erased_contact where contact_id = named)
                or exists (select 1 from ticketing.entry where id = named and text = '[erased]'))""");

    /** No topic keeps its events longer, and no letter comes later than its event. */
    private static final Duration ON_THE_WAY = Duration.ofDays(30);

    private final Sql sql;
    private final Topics topics;
    private final Clock clock;

    LetterErasure(DataSource database, Topics topics, Clock clock) {
        this.sql = new Sql(database);
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Erases letters about any of the customers, contacts, entries or replies, and letters under any of the keys, in the
     * caller's transaction. A contact that died before anybody recognized it has nothing but its key, its sender's handle.
     */
    public void erase(Collection<UUID> named, Collection<String> keys) {
        sql.update(NAMED, clock.instant(), topics.named("customer.changed"), named, keys.toArray(String[]::new));
    }

    /** Erases letters that came here after their customer was erased. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void eraseTheLate() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(LATE, now, topics.named("customer.changed"), now.minus(ON_THE_WAY)));
    }
}
