package io.carryon.profile.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.profile.events.EventChannel;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes {@code io.carryon.customer.changed.v1}. */
@ApplicationScoped
public class CustomerChangedPublisher {

    private final EventChannel channel;
    private final ObjectMapper json;

    public CustomerChangedPublisher(
            @Channel("customer-changed") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            ObjectMapper json) {
        this.channel = new EventChannel(emitter);
        this.json = json;
    }

    /**
     * Returns when the broker has it.
     *
     * @throws io.carryon.profile.events.BrokerAwayException when the broker did not confirm
     * @throws io.carryon.profile.events.PoisonException when no broker would ever take it
     */
    public void publish(CustomerChanged event) {
        try {
            channel.send(
                    event.survivorId().toString(),
                    event.eventId(),
                    event.actId().toString(),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text and ids can always be written", e);
        }
    }
}
