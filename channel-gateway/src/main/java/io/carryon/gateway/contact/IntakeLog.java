package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What became of everything that arrived: exactly one row for each delivery by a channel. */
@ApplicationScoped
public class IntakeLog {

    private static final String ROW = """
            insert into intake_log (delivery_key, entry_id, contact_id, channel, connection, outcome, reason,
                provider_id, original_sha256, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (delivery_key) do nothing""";

    private static final String FILE =
            "insert into contact_file (contact_id, sha256) values (?, ?) on conflict do nothing";

    private final Sql sql;
    private final MeterRegistry metrics;
    private final Clock clock;

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
     * does, {@code entryId} is derived from its content, and {@code files} are the hashes of its attachments.
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
            String originalSha256,
            List<String> files) {

        private static final int SHORT_LIMIT = 1000;

        public Arrival {
            reason = Text.cut(Text.clean(reason), SHORT_LIMIT);
            providerId = Text.cut(Text.clean(providerId), SHORT_LIMIT);
        }

        /** One that brought no files. */
        public Arrival(
                String deliveryKey,
                UUID entryId,
                UUID contactId,
                Channel channel,
                String connection,
                Outcome outcome,
                String reason,
                String providerId,
                String originalSha256) {
            this(
                    deliveryKey,
                    entryId,
                    contactId,
                    channel,
                    connection,
                    outcome,
                    reason,
                    providerId,
                    originalSha256,
                    List.of());
        }

        /** The row of a contact that the broker has. */
        public static Arrival accepted(Contact contact) {
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

    /** Writes the rows in one transaction, their files in one before it; a delivery that has its row already keeps it. */
    public void note(Collection<Arrival> arrivals) {
        var rows = new ArrayList<Object[]>();
        for (var arrival : arrivals) {
            rows.add(row(arrival).toArray());
        }
        var files = arrivals.stream()
                .flatMap(arrival -> arrival.files().stream().map(file -> new Object[] {arrival.contactId(), file}))
                .toList();
        sql.batch(FILE, files);
        sql.batch(ROW, rows);
        arrivals.stream().filter(a -> a.outcome() != Outcome.ACCEPTED).forEach(this::count);
    }

    /**
     * Writes the row and makes the channel's own change in one statement: neither is without the other. The change is
     * a statement, or begins with further parts of the same {@code with}.
     */
    public void noteWith(Arrival arrival, String change, Object... values) {
        sql.update(notingWith(change), valuesWith(arrival, values));
    }

    /** The statement of {@link #noteWith}, for a caller that shares its commit with others. */
    public static String notingWith(String change) {
        return "with noted as (" + ROW + ") " + change;
    }

    /** What {@link #notingWith} binds. */
    public Object[] valuesWith(Arrival arrival, Object... values) {
        var all = row(arrival);
        all.addAll(Arrays.asList(values));
        return all.toArray();
    }

    private List<Object> row(Arrival a) {
        return new ArrayList<>(Arrays.asList(
                a.deliveryKey(),
                a.entryId(),
                a.contactId(),
                a.channel().wireName(),
                a.connection(),
                a.outcome().name(),
                a.reason(),
                a.providerId(),
                a.originalSha256(),
                clock.instant()));
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
