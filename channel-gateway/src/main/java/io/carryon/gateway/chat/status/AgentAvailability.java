package io.carryon.gateway.chat.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.gateway.chat.ChatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many of support are available in each queue, as far as it was heard lately. */
@ApplicationScoped
public class AgentAvailability {

    private final Map<String, Heard> queues = new ConcurrentHashMap<>();
    private final ChatConfig config;
    private final Clock clock;

    public AgentAvailability(ChatConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** What the gateway reads of {@code io.carryon.agents.availability.v1}: how many can take something in a queue. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Heard(String queue, int available, Instant at) {

        boolean isComplete() {
            return queue != null && at != null;
        }
    }

    /** Takes it, unless something later was heard already. */
    void hear(Heard heard) {
        if (heard.isComplete()) {
            queues.merge(heard.queue(), heard, (before, now) -> now.at().isBefore(before.at()) ? before : now);
        }
    }

    /** Whether anybody is available in the queue; null asks for any. What was not heard again in time is not so. */
    boolean isAnyIn(String queue) {
        var since = clock.instant().minus(config.availabilityFor());
        if (queue == null) {
            return queues.values().stream().anyMatch(heard -> isThere(heard, since));
        }
        var heard = queues.get(queue);
        return heard != null && isThere(heard, since);
    }

    private static boolean isThere(Heard heard, Instant since) {
        return heard.available() > 0 && heard.at().isAfter(since);
    }
}
