package io.carryon.gateway.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.DeadLetters;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Erases what the profile says is to be erased; what cannot be read goes to the dead letters. */
@ApplicationScoped
public class CustomerChangedConsumer {

    private static final Logger LOG = Logger.getLogger(CustomerChangedConsumer.class);

    private final ObjectMapper json;
    private final Erasure erasure;

    public CustomerChangedConsumer(ObjectMapper json, Erasure erasure) {
        this.json = json;
        this.erasure = erasure;
    }

    @Incoming("customer-changed")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    @Blocking
    CompletionStage<Void> consume(KafkaRecord<String, String> event) {
        try {
            var changed = json.readValue(event.getPayload(), CustomerChanged.class);
            if (changed.isErasure()) {
                erasure.erase(Set.copyOf(changed.contacts()));
            }
            return event.ack();
        } catch (JsonProcessingException | RuntimeException e) {
            // The database was waited for; what else fails is this event's, and the next is not to wait for it.
            LOG.errorf(e, "A customer's change goes to the dead letters, key %s", event.getKey());
            DeadLetters.bury(event, e);
            return CompletableFuture.completedFuture(null);
        }
    }
}
