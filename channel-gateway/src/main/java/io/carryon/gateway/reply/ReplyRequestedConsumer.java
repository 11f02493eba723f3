package io.carryon.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.CorrelationFilter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Writes what the ticket-service asks for into the queue; what cannot be read goes to the dead letters. */
@ApplicationScoped
public class ReplyRequestedConsumer {

    private static final Logger LOG = Logger.getLogger(ReplyRequestedConsumer.class);

    private final ReplyIntake intake;
    private final ObjectMapper json;

    ReplyRequestedConsumer(ReplyIntake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    @Incoming("reply-requested")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    @Blocking
    CompletionStage<Void> consume(KafkaRecord<String, byte[]> event) {
        var header = event.getHeaders().lastHeader("ce_correlationid");
        var correlation = header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        if (correlation != null) {
            MDC.put(CorrelationFilter.LOG_KEY, correlation);
        }
        try {
            var payload = new String(event.getPayload(), StandardCharsets.UTF_8);
            intake.take(read(payload), payload, correlation);
            return event.ack();
        } catch (RuntimeException e) {
            // The database was waited for; what else fails is this event's, and the next is not to wait for it.
            LOG.errorf(e, "A reply cannot be taken out and goes to the dead letters, key %s", event.getKey());
            return event.nack(e);
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }

    private ReplyRequested read(String payload) {
        try {
            var reply = json.readValue(payload, ReplyRequested.class);
            if (reply == null || !reply.isComplete()) {
                throw new IllegalArgumentException("A reply.requested.v1 without all of its required fields");
            }
            return reply;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a reply.requested.v1: " + e.getMessage(), e);
        }
    }
}
