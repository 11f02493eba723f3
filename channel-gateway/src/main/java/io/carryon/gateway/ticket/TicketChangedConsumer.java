package io.carryon.gateway.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes in ticket.changed once for the whole gateway, a batch in one go. What cannot be read, or what a follower
 * refuses when it is told of it alone, goes to the dead letters; the others of its batch are not held up by it.
 */
@ApplicationScoped
public class TicketChangedConsumer {

    private static final Logger LOG = Logger.getLogger(TicketChangedConsumer.class);
    private static final Executor THREADS = Thread::startVirtualThread;

    private final ObjectMapper json;
    private final TicketNews news;

    public TicketChangedConsumer(ObjectMapper json, TicketNews news) {
        this.json = json;
        this.news = news;
    }

    @Incoming("ticket-changed")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, String> events) {
        return CompletableFuture.runAsync(() -> take(events.getRecords()), THREADS)
                .thenCompose(taken -> events.ack());
    }

    /** Nothing is buried before the rest took effect: a buried event's offset may be committed at once. */
    private void take(List<KafkaRecord<String, String>> events) {
        var readable = new LinkedHashMap<KafkaRecord<String, String>, TicketChanged>();
        var refused = new LinkedHashMap<KafkaRecord<String, String>, Exception>();
        for (var event : events) {
            try {
                readable.put(event, json.readValue(event.getPayload(), TicketChanged.class));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                refused.put(event, e);
            }
        }
        try {
            news.tell(List.copyOf(readable.values()));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Telling of %d changes one by one: %s",
                    readable.size(), e.getClass().getSimpleName());
            refused.putAll(refusedAlone(readable));
        }
        refused.forEach(TicketChangedConsumer::bury);
    }

    private Map<KafkaRecord<String, String>, Exception> refusedAlone(
            Map<KafkaRecord<String, String>, TicketChanged> changes) {
        var refused = new LinkedHashMap<KafkaRecord<String, String>, Exception>();
        changes.forEach((event, change) -> {
            try {
                news.tell(List.of(change));
            } catch (RuntimeException e) {
                refused.put(event, e);
            }
        });
        return refused;
    }

    private static void bury(KafkaRecord<String, String> event, Exception reason) {
        Uni.createFrom()
                .completionStage(() -> event.nack(reason))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .await()
                .indefinitely();
    }
}
