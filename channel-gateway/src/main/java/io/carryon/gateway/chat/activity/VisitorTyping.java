package io.carryon.gateway.chat.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatSession;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Tells support that a visitor types, at most once in a second and a half; what the broker does not take is lost. */
@ApplicationScoped
public class VisitorTyping {

    private static final Logger LOG = Logger.getLogger(VisitorTyping.class);
    private static final int REMEMBERED = 10_000;

    private final Map<UUID, Told> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Told> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final MutinyEmitter<byte[]> events;
    private final ObjectMapper json;
    private final ChatConfig config;
    private final Clock clock;

    public VisitorTyping(
            @Channel("chat-activity") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<byte[]> events,
            ObjectMapper json,
            ChatConfig config,
            Clock clock) {
        this.events = events;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    private record Told(boolean typing, Instant at) {}

    /** The visitor types, or no longer does; returns at once. */
    public void typing(ChatSession session, boolean on) {
        var now = clock.instant();
        if (mayTell(session.contactId(), on, now)) {
            publish(new ChatActivity(session.contactId(), ChatActivity.Side.CUSTOMER, null, on, now));
        }
    }

    /** That somebody stopped is told once and at once, that they type only so often. */
    private boolean mayTell(UUID contactId, boolean on, Instant now) {
        synchronized (lately) {
            var before = lately.get(contactId);
            var isSoon =
                    before != null && before.at().plus(config.typingEvery()).isAfter(now);
            if (on ? isSoon : before == null || !before.typing()) {
                return false;
            }
            // The pause counts from when they were said to type.
            lately.put(contactId, new Told(on, on ? now : before.at()));
            return true;
        }
    }

    private void publish(ChatActivity activity) {
        try {
            events.sendMessage(Message.of(json.writeValueAsBytes(activity))
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(activity.contactId().toString())
                                    .build())
                            .addMetadata(OutgoingCloudEventMetadata.builder()
                                    .withId(UUID.randomUUID().toString())
                                    .build()))
                    .subscribe()
                    .with(
                            sent -> {},
                            lost -> LOG.debugf(
                                    "Somebody's typing was lost: %s",
                                    lost.getClass().getSimpleName()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Somebody's typing can always be written as JSON", e);
        }
    }
}
