package io.carryon.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a reply by another channel after all, because the customer has not seen it where it went. */
@ApplicationScoped
public class ReplyDetour {

    private final ReplyQueue queue;
    private final ObjectMapper json;

    ReplyDetour(ReplyQueue queue, ObjectMapper json) {
        this.queue = queue;
        this.json = json;
    }

    /**
     * Has the reply wait for its new channel, in the caller's transaction.
     *
     * @param reply under its first id, as the other channel is to take it
     * @return false when it is still on its way by the first; true also when the customer has seen it, and it goes nowhere
     */
    public boolean take(ReplyRequested reply) {
        try {
            return queue.reroute(reply, json.writeValueAsString(reply));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
