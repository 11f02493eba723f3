package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;

/** A visitor's message in the bytes that are kept of it, in the transaction of its row. */
@ApplicationScoped
public class ChatOriginals {

    private static final String JSON = "application/json";

    private final ObjectMapper json;

    public ChatOriginals(ObjectMapper json) {
        this.json = json;
    }

    /** Names what is kept of a message. */
    Original of(ChatMessage message) {
        return Original.of(bytes(message), JSON);
    }

    /** The same bytes for the same message at any time. */
    byte[] bytes(ChatMessage message) {
        var said = json.createObjectNode()
                .put("sessionId", message.sessionId().toString())
                .put("clientId", message.clientId())
                .put("text", message.text())
                .put("at", message.saidAt().toString());
        if (!message.files().isEmpty()) {
            said.putPOJO("files", message.files());
        }
        try {
            return json.writeValueAsBytes(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
