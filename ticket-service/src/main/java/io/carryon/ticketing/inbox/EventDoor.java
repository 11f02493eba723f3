package io.carryon.ticketing.inbox;

import io.carryon.ticketing.operations.CorrelationFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What every consumer does around its use case: read the event, keep its correlation id in the logs, insist. */
@ApplicationScoped
public class EventDoor {

    private static final Logger LOG = Logger.getLogger(EventDoor.class);

    /** An event with its data read. */
    public record Arrived<T>(String eventId, T data) {}

    private final EventReader reader;
    private final Attempts attempts;

    public EventDoor(EventReader reader, Attempts attempts) {
        this.reader = reader;
        this.attempts = attempts;
    }

    /** Handles one record; what it throws makes the record a dead letter. */
    public <T> void handle(
            ConsumerRecord<?, byte[]> record, String type, Class<T> dataType, Consumer<Arrived<T>> useCase) {
        try {
            var event = ReceivedEvent.from(record, type);
            MDC.put(CorrelationFilter.LOG_KEY, event.correlationId() == null ? event.id() : event.correlationId());
            var arrived = new Arrived<>(event.id(), reader.read(event, dataType));
            attempts.untilHandled(() -> useCase.accept(arrived));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "Dead letter: %s, partition %d, offset %d", record.topic(), record.partition(), record.offset());
            throw e;
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }
}
