package io.carryon.profile.followup;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what became of replies. */
@ApplicationScoped
public class DeliveryOutcomeConsumer {

    private final BatchHandling handling;
    private final Payload payload;
    private final RecordDelivery recordDelivery;

    public DeliveryOutcomeConsumer(BatchHandling handling, Payload payload, RecordDelivery recordDelivery) {
        this.handling = handling;
        this.payload = payload;
        this.recordDelivery = recordDelivery;
    }

    @Incoming("delivery-outcome")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return handling.handle(events, event -> recordDelivery.record(payload.read(event, DeliveryOutcome.class)));
    }
}
