package io.carryon.ticketing.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.EventRecords;
import io.carryon.ticketing.operations.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tells customers that staff type, only so often; what the broker does not take is lost. */
@ApplicationScoped
class StaffTyping {

    private static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final int REMEMBERED = 10_000;

    private record Place(String agentId, UUID ticketId) {}

    private record Said(boolean typing, Instant at) {}

    private final Map<Place, Said> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Said> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Broker broker;
    private final Topics topics;
    private final ObjectMapper json;
    private final Clock clock;

    StaffTyping(Broker broker, Topics topics, ObjectMapper json, Clock clock) {
        this.broker = broker;
        this.topics = topics;
        this.json = json;
        this.clock = clock;
    }

    /** Whether it is to be told: that somebody types once in a while, that they stopped once. */
    boolean isNews(String agentId, UUID ticketId, boolean typing) {
        var place = new Place(agentId, ticketId);
        var now = clock.instant();
        synchronized (lately) {
            var before = lately.get(place);
            var isSoon =
                    before != null && before.typing() && before.at().plus(PAUSE).isAfter(now);
            if (typing ? isSoon : before == null || !before.typing()) {
                return false;
            }
            lately.put(place, new Said(typing, now));
            return true;
        }
    }

    /** Returns at once. */
    void tell(UUID contactId, String name, boolean typing) {
        var activity = ChatActivity.ofStaff(contactId, name, typing, clock.instant());
        var id = contactId.toString();
        var context =
                new EventRecords.Context(UUID.randomUUID().toString(), ChatActivity.TYPE, activity.at(), id, null);
        try {
            var event =
                    EventRecords.of(topics.named(ChatActivity.TOPIC), id, context, json.writeValueAsBytes(activity));
            Thread.ofVirtual().name("typing").start(() -> broker.tell(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
