package io.carryon.profile.history;

import io.carryon.profile.events.PatientHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what became of replies. */
@ApplicationScoped
public class DeliveryOutcomeConsumer {

    private final PatientHandling handling;
    private final Payload payload;
    private final RecordDelivery recordDelivery;

    public DeliveryOutcomeConsumer(PatientHandling handling, Payload payload, RecordDelivery recordDelivery) {
        this.handling = handling;
        this.payload = payload;
        this.recordDelivery = recordDelivery;
    }

    @Incoming("delivery-outcome")
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> event) {
        handling.handle(event, () -> recordDelivery.record(payload.read(event, DeliveryOutcome.class)));
    }
}
