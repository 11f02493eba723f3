package io.carryon.profile.history;

import io.carryon.profile.events.PatientHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what happened to tickets. */
@ApplicationScoped
public class TicketChangedConsumer {

    private final PatientHandling handling;
    private final Payload payload;
    private final RecordTicketChange recordTicketChange;

    public TicketChangedConsumer(PatientHandling handling, Payload payload, RecordTicketChange recordTicketChange) {
        this.handling = handling;
        this.payload = payload;
        this.recordTicketChange = recordTicketChange;
    }

    @Incoming("ticket-changed")
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> event) {
        handling.handle(event, () -> recordTicketChange.record(payload.read(event, TicketChanged.class)));
    }
}
