package io.carryon.profile.followup;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.EventLine;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what happened to tickets. */
@ApplicationScoped
public class TicketChangedConsumer {

    private final EventLine line;

    public TicketChangedConsumer(BatchHandling handling, Payload payload, RecordTicketChange recordTicketChange) {
        this.line = handling.line(
                "ticket-changed", event -> recordTicketChange.record(payload.read(event, TicketChanged.class)));
    }

    @Incoming("ticket-changed")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return line.take(events);
    }
}
