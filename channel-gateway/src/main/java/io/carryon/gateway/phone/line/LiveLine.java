package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.ticket.TicketChanged;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Listens in on the line from now on, in every process: the caller waits at one of them, and nobody knows at which.
 * Nothing is lost when an event cannot be read here; the answer is poorer, the event goes its durable way.
 */
@ApplicationScoped
public class LiveLine {

    private static final Logger LOG = Logger.getLogger(LiveLine.class);

    private final ObjectMapper json;
    private final AwaitedAnswers answers;

    public LiveLine(ObjectMapper json, AwaitedAnswers answers) {
        this.json = json;
        this.answers = answers;
    }

    @Incoming("live")
    @Blocking
    public void heard(ConsumerRecords<String, String> events) {
        if (!answers.nobodyWaits()) {
            events.forEach(this::hear);
        }
    }

    void hear(ConsumerRecord<String, String> event) {
        try {
            if (event.topic().endsWith("contact.recognized")) {
                answers.arrived(json.readValue(event.value(), RecognizedContact.class));
            } else {
                answers.arrived(json.readValue(event.value(), TicketChanged.class));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // Each event alone, and none is tried again: a call that waits for it goes on without.
            LOG.warnf(
                    "An event of %s could not be read: %s",
                    event.topic(), e.getClass().getSimpleName());
        }
    }
}
