package io.carryon.gateway.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.CorrelationFilter;
import io.carryon.gateway.operations.DeadLetters;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

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
            // The database was waited for; one of them is at fault, and is found alone.
            LOG.warnf(
                    "Telling of %d changes one by one: %s",
                    readable.size(), e.getClass().getSimpleName());
            refused.putAll(refusedAlone(readable));
        }
        refused.forEach(DeadLetters::bury);
    }

    private Map<KafkaRecord<String, String>, Exception> refusedAlone(
            Map<KafkaRecord<String, String>, TicketChanged> changes) {
        var refused = new LinkedHashMap<KafkaRecord<String, String>, Exception>();
        changes.forEach((event, change) -> {
            var correlation = event.getHeaders().lastHeader("ce_correlationid");
            if (correlation != null) {
                MDC.put(CorrelationFilter.LOG_KEY, new String(correlation.value(), StandardCharsets.UTF_8));
            }
            try {
                news.tell(List.of(change));
            } catch (RuntimeException e) {
                LOG.errorf(e, "A ticket's change goes to the dead letters, key %s", event.getKey());
                refused.put(event, e);
            } finally {
                MDC.remove(CorrelationFilter.LOG_KEY);
            }
        });
        return refused;
    }
}
