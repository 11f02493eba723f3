package io.carryon.gateway.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.CorrelationFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;

/** Takes in ticket.changed once for the whole gateway; what cannot be read goes to the dead letters. */
@ApplicationScoped
public class TicketChangedConsumer {

    private final ObjectMapper json;
    private final TicketNews news;

    public TicketChangedConsumer(ObjectMapper json, TicketNews news) {
        this.json = json;
        this.news = news;
    }

    @Incoming("ticket-changed")
    @RunOnVirtualThread
    public void consume(ConsumerRecord<String, String> event) throws JsonProcessingException {
        var ticket = json.readValue(event.value(), TicketChanged.class);
        MDC.put(CorrelationFilter.LOG_KEY, String.valueOf(ticket.contactId()));
        try {
            news.tell(ticket);
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }
}
