package io.carryon.gateway.chat.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Listens, in every process and from now on, to staff who type; what comes too late is not shown any more. */
@ApplicationScoped
public class StaffTyping {

    private static final Logger LOG = Logger.getLogger(StaffTyping.class);

    private final ObjectMapper json;
    private final List<TypingNews> shown;
    private final ChatConfig config;
    private final Clock clock;

    public StaffTyping(ObjectMapper json, @All List<TypingNews> shown, ChatConfig config, Clock clock) {
        this.json = json;
        this.shown = shown;
        this.config = config;
        this.clock = clock;
    }

    @Incoming("chat-activity-heard")
    public void heard(ConsumerRecords<String, String> events) {
        events.forEach(this::hear);
    }

    private void hear(ConsumerRecord<String, String> event) {
        try {
            var activity = json.readValue(event.value(), ChatActivity.class);
            if (activity.isOfStaff() && activity.at().plus(config.typingFor()).isAfter(clock.instant())) {
                shown.forEach(news -> news.typing(activity.contactId(), activity.typing(), activity.name()));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.debugf("Somebody's typing could not be read: %s", e.getClass().getSimpleName());
        }
    }
}
