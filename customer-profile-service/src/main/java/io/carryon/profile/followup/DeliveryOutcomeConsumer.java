package io.carryon.profile.followup;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.EventLine;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what became of replies. */
@ApplicationScoped
public class DeliveryOutcomeConsumer {

    private final EventLine line;

    public DeliveryOutcomeConsumer(BatchHandling handling, Payload payload, RecordDelivery recordDelivery) {
        this.line = handling.line(
                "delivery-outcome", event -> recordDelivery.record(payload.read(event, DeliveryOutcome.class)));
    }

    @Incoming("delivery-outcome")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return line.take(events);
    }
}
