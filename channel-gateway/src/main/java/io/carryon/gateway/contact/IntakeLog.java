package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** What became of everything that arrived: exactly one row for each delivery by a channel. */
@ApplicationScoped
public class IntakeLog {

    private static final Logger LOG = Logger.getLogger(IntakeLog.class);
    private static final int WAITING_LIMIT = 512;

    private final Sql sql;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(WAITING_LIMIT);

    public IntakeLog(Sql sql, MeterRegistry metrics, Clock clock) {
        this.sql = sql;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How an arrival ended. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        BOUNCE,
        AUTOMATIC,
        QUARANTINED
    }

    /**
     * One delivery: {@code deliveryKey} names it as the channel's transport does, {@code providerId} as its sender
     * does, and {@code entryId} is derived from its content.
     */
    public record Arrival(
            String deliveryKey,
            UUID entryId,
            UUID contactId,
            Channel channel,
            String connection,
            Outcome outcome,
            String reason,
            String providerId,
            String originalSha256) {

        private static final int SHORT_LIMIT = 1000;

        public Arrival {
            reason = Text.cut(Text.clean(reason), SHORT_LIMIT);
            providerId = Text.cut(Text.clean(providerId), SHORT_LIMIT);
        }

        static Arrival accepted(Contact contact) {
            var original = contact.original();
            return new Arrival(
                    contact.entryId().toString(),
                    contact.entryId(),
                    contact.contactId(),
                    contact.channel(),
                    contact.connection(),
                    Outcome.ACCEPTED,
                    null,
                    null,
                    original == null ? null : original.sha256());
        }
    }

    /** Writes the rows in one transaction; a delivery that has its row already keeps it. */
    public void note(Collection<Arrival> arrivals) {
        var now = Timestamp.from(Instant.now(clock));
        var rows = new ArrayList<Object[]>();
        for (var a : arrivals) {
            rows.add(new Object[] {
                a.deliveryKey(),
                a.entryId(),
                a.contactId(),
                a.channel().wireName(),
                a.connection(),
                a.outcome().name(),
                a.reason(),
                a.providerId(),
                a.originalSha256(),
                now
            });
        }
        sql.batch("""
                insert into intake_log (delivery_key, entry_id, contact_id, channel, connection, outcome, reason,
                    provider_id, original_sha256, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (delivery_key) do nothing""", rows);
        arrivals.stream().filter(a -> a.outcome() != Outcome.ACCEPTED).forEach(this::count);
    }

    /** Writes the row when the database lets us; a caller on the phone does not wait for that, nor fail by it. */
    public void noteLater(Arrival arrival) {
        if (!waiting.tryAcquire()) {
            LOG.warnf("The intake log lags too far behind to note %s", arrival.entryId());
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                note(List.of(arrival));
            } catch (RuntimeException e) {
                LOG.warnf("The intake log could not note %s: %s", arrival.entryId(), e.getMessage());
            } finally {
                waiting.release();
            }
        });
    }

    /** Those of the keys that have their row already, with the outcome: delivered, noted, only not yet moved away. */
    public Map<String, Outcome> notedDeliveries(Collection<String> deliveryKeys) {
        var noted = new HashMap<String, Outcome>();
        sql.query(
                        "select delivery_key, outcome from intake_log where delivery_key = any(?)",
                        row -> Map.entry(row.getString(1), Outcome.valueOf(row.getString(2))),
                        (Object) deliveryKeys.toArray(String[]::new))
                .forEach(row -> noted.put(row.getKey(), row.getValue()));
        return noted;
    }

    /** Those of the entries that arrived before, whatever became of them then. */
    public Set<UUID> knownEntries(Collection<UUID> entryIds) {
        return new HashSet<>(sql.query(
                "select distinct entry_id from intake_log where entry_id = any(?) and outcome <> 'QUARANTINED'",
                row -> row.getObject(1, UUID.class),
                (Object) entryIds.toArray(UUID[]::new)));
    }

    private void count(Arrival arrival) {
        metrics.counter(
                        "carryon.contacts",
                        "channel",
                        arrival.channel().wireName(),
                        "outcome",
                        arrival.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
