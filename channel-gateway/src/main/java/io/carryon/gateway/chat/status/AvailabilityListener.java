package io.carryon.gateway.chat.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Listens, in every process and from the beginning, to who of support is available; it is told again every minute. */
@ApplicationScoped
public class AvailabilityListener {

    private static final Logger LOG = Logger.getLogger(AvailabilityListener.class);

    private final ObjectMapper json;
    private final AgentAvailability agents;

    public AvailabilityListener(ObjectMapper json, AgentAvailability agents) {
        this.json = json;
        this.agents = agents;
    }

    @Incoming("agents-availability")
    public void heard(ConsumerRecords<String, String> events) {
        events.forEach(this::hear);
    }

    private void hear(ConsumerRecord<String, String> event) {
        if (event.value() == null) {
            return;
        }
        try {
            agents.hear(json.readValue(event.value(), AgentAvailability.Heard.class));
        } catch (JsonProcessingException e) {
            LOG.warnf("Who is available could not be read: %s", e.getClass().getSimpleName());
        }
    }
}
