package io.carryon.gateway.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.CorrelationFilter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes {@code reply.requested} from the ticket-service; what cannot be read goes to the dead letters. */
@ApplicationScoped
public class ReplyRequestedConsumer {

    private static final Logger LOG = Logger.getLogger(ReplyRequestedConsumer.class);

    private final PatientDelivery delivery;
    private final ObjectMapper json;

    ReplyRequestedConsumer(PatientDelivery delivery, ObjectMapper json) {
        this.delivery = delivery;
        this.json = json;
    }

    @Incoming("reply-requested")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    @Blocking
    CompletionStage<Void> consume(KafkaRecord<String, byte[]> event) {
        var correlation = event.getHeaders().lastHeader("ce_correlationid");
        if (correlation != null) {
            MDC.put(CorrelationFilter.LOG_KEY, new String(correlation.value(), StandardCharsets.UTF_8));
        }
        try {
            delivery.deliver(read(event.getPayload()));
            return event.ack();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A reply cannot be taken out and goes to the dead letters, key %s", event.getKey());
            return event.nack(e);
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }

    private ReplyRequested read(byte[] payload) {
        try {
            var reply = json.readValue(payload, ReplyRequested.class);
            if (reply.replyId() == null
                    || reply.ticketId() == null
                    || reply.issueId() == null
                    || reply.channel() == null
                    || reply.text() == null) {
                throw new IllegalArgumentException("replyId, ticketId, issueId, channel and text are needed");
            }
            return reply;
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a reply.requested.v1: " + e.getMessage(), e);
        }
    }
}
