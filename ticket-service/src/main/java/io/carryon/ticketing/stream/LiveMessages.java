package io.carryon.ticketing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells somebody who listens at this process what holds only now. Such a message has no id: it is no place in the log, so
 * a client that comes back goes on as if it had not been.
 */
@ApplicationScoped
public class LiveMessages {

    private final StreamHub hub;
    private final ObjectMapper json;

    LiveMessages(StreamHub hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /** Who listens here: subjects of their tokens. */
    public Set<String> listening() {
        return hub.agents();
    }

    /** Tells all live streams of somebody; {@code content} is written as JSON. */
    public void tell(String agentId, String name, Object content) {
        hub.whisper(agentId, name, written(content));
    }

    /** Tells some, by subject, what they learn otherwise or can do without: nothing to a stream that is behind. */
    public void mention(String name, Map<String, ?> content) {
        var written = new HashMap<String, String>();
        content.forEach((agentId, told) -> written.put(agentId, written(told)));
        hub.mention(name, written);
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
