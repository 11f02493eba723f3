package io.carryon.profile.followup;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what happened to tickets. */
@ApplicationScoped
public class TicketChangedConsumer {

    private final BatchHandling handling;
    private final Payload payload;
    private final RecordTicketChange recordTicketChange;

    public TicketChangedConsumer(BatchHandling handling, Payload payload, RecordTicketChange recordTicketChange) {
        this.handling = handling;
        this.payload = payload;
        this.recordTicketChange = recordTicketChange;
    }

    @Incoming("ticket-changed")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return handling.handle(events, event -> recordTicketChange.record(payload.read(event, TicketChanged.class)));
    }
}
