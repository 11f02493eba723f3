package io.carryon.profile.events;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Hands the events of batches to a use case, those of one key in their order, those of different keys at the same time.
 * A batch counts as consumed when each event took effect or lies with the dead letters, and not at all when the service
 * stops before that.
 */
@ApplicationScoped
public class BatchHandling {

    private static final Logger LOG = Logger.getLogger(BatchHandling.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final Executor THREADS = Thread::startVirtualThread;

    private record Outcome(KafkaRecord<String, byte[]> event, Handled handled) {}

    private final PatientHandling handling;
    private final Stopping stopping;
    private final LinesHealth health;

    public BatchHandling(PatientHandling handling, Stopping stopping, @Liveness LinesHealth health) {
        this.handling = handling;
        this.stopping = stopping;
        this.health = health;
    }

    /**
     * Where a consumer hands its batches to.
     *
     * @param name what the liveness check and the log call it: the channel's
     */
    public EventLine line(String name, Consumer<ConsumerRecord<String, byte[]>> effect) {
        return new EventLine(batches -> isHandled(batches, effect), failure -> health.hasEnded(name, failure));
    }

    /** False when the service stops before all events are handled; then none counts as consumed. */
    private boolean isHandled(
            List<KafkaRecordBatch<String, byte[]>> batches, Consumer<ConsumerRecord<String, byte[]>> effect) {
        var outcomes = new ArrayList<Outcome>();
        byKey(batches).stream()
                .map(events -> CompletableFuture.supplyAsync(() -> inOrder(events, effect), THREADS))
                .toList()
                .forEach(events -> outcomes.addAll(events.join()));
        if (outcomes.stream().anyMatch(outcome -> outcome.handled() instanceof Handled.Left)) {
            LOG.infof("Left %d events for the next start", outcomes.size());
            return false;
        }
        var refused = new IdentityHashMap<KafkaRecord<String, byte[]>, Throwable>();
        for (var outcome : outcomes) {
            if (outcome.handled() instanceof Handled.Refused because) {
                refused.put(outcome.event(), because.reason());
            }
        }
        return batches.stream().allMatch(batch -> isConsumed(batch, refused));
    }

    private boolean isConsumed(
            KafkaRecordBatch<String, byte[]> batch, Map<KafkaRecord<String, byte[]>, Throwable> refused) {
        if (!refused.isEmpty() && !allBuried(batch, refused)) {
            return false;
        }
        batch.ack().toCompletableFuture().join();
        return true;
    }

    /** The last event of a partition goes last: burying it lets its offset be committed, and all before it with it. */
    private boolean allBuried(
            KafkaRecordBatch<String, byte[]> batch, Map<KafkaRecord<String, byte[]>, Throwable> refused) {
        var last = Set.copyOf(batch.getLatestOffsetRecords().values());
        return batch.getRecords().stream()
                .filter(refused::containsKey)
                .sorted(Comparator.comparing(last::contains))
                .allMatch(event -> isBuried(event, refused.get(event)));
    }

    private static List<List<KafkaRecord<String, byte[]>>> byKey(List<KafkaRecordBatch<String, byte[]>> batches) {
        var byKey = new LinkedHashMap<String, List<KafkaRecord<String, byte[]>>>();
        for (var batch : batches) {
            for (var event : batch.getRecords()) {
                var key = Objects.requireNonNullElse(event.getKey(), "");
                byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(event);
            }
        }
        return List.copyOf(byKey.values());
    }

    private List<Outcome> inOrder(
            List<KafkaRecord<String, byte[]>> events, Consumer<ConsumerRecord<String, byte[]>> effect) {
        var outcomes = new ArrayList<Outcome>();
        for (var event : events) {
            var handled = handling.handle(record(event), effect);
            outcomes.add(new Outcome(event, handled));
            if (handled instanceof Handled.Left) {
                break;
            }
        }
        return outcomes;
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> record(KafkaRecord<String, byte[]> event) {
        return event.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> (ConsumerRecord<String, byte[]>) metadata.getRecord())
                .orElseThrow();
    }

    /** Brings the event to the dead letters however long the broker takes; false when the service stops before. */
    private boolean isBuried(KafkaRecord<String, byte[]> event, Throwable reason) {
        while (true) {
            try {
                event.nack(reason).toCompletableFuture().join();
                return true;
            } catch (CompletionException e) {
                LOG.warnf(
                        "The dead letters did not take an event: %s",
                        e.getCause().getClass().getSimpleName());
                if (stopping.beginsWithin(BEFORE_ANOTHER_TRY)) {
                    return false;
                }
            }
        }
    }
}
