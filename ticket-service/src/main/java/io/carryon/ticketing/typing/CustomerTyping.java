package io.carryon.ticketing.typing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.stream.LiveMessages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears, in every process and from now on, customers who type, and tells those of staff who listen here and have to do with
 * their ticket: what cannot be told now is not told.
 */
@ApplicationScoped
class CustomerTyping {

    private static final Logger LOG = Logger.getLogger(CustomerTyping.class);

    /** What is told. */
    record Typing(UUID ticketId, UUID contactId, boolean typing, Instant at) {}

    private final LiveMessages live;
    private final TypingAudience audience;
    private final ObjectMapper json;
    private final Clock clock;

    CustomerTyping(LiveMessages live, TypingAudience audience, ObjectMapper json, Clock clock) {
        this.live = live;
        this.audience = audience;
        this.json = json;
        this.clock = clock;
    }

    @Incoming("chat-activity")
    @Blocking
    void heard(ConsumerRecords<byte[], byte[]> events) {
        var listening = live.listening();
        if (!listening.isEmpty()) {
            events.forEach(event -> tell(event, listening.toArray(String[]::new)));
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> event, String[] listening) {
        try {
            var activity = json.readValue(event.value(), ChatActivity.class);
            if (activity.isNewsOfACustomer(clock.instant())) {
                QuarkusTransaction.requiringNew()
                        .call(() -> audience.of(activity.contactId(), listening))
                        .forEach(listener -> live.tell(
                                listener.agentId(),
                                "typing",
                                new Typing(
                                        listener.ticketId(), activity.contactId(), activity.typing(), activity.at())));
            }
        } catch (IOException | IllegalStateException | QuarkusTransactionException e) {
            LOG.debugf("That a customer types is not told: %s", e.getClass().getSimpleName());
        }
    }
}
