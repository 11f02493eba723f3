package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A visitor's message in the bytes that are kept of it, in the transaction of its row. */
@ApplicationScoped
public class ChatOriginals {

    static final String JSON = "application/json";

    private final ObjectMapper json;

    public ChatOriginals(ObjectMapper json) {
        this.json = json;
    }

    /** Names what is kept of a message: the same bytes at any time. */
    Original of(ChatMessage message) {
        return Original.of(
                bytes(message.sessionId(), message.clientId(), message.text(), message.files(), message.saidAt()),
                JSON);
    }

    /** What is kept of a message said now. */
    byte[] bytes(UUID sessionId, VisitorMessage said, List<ChatFile> files, Instant at) {
        return bytes(sessionId, said.clientId(), said.words(), files, at);
    }

    private byte[] bytes(UUID sessionId, String clientId, String text, List<ChatFile> files, Instant at) {
        var said = json.createObjectNode()
                .put("sessionId", sessionId.toString())
                .put("clientId", clientId)
                .put("text", text)
                .put("at", at.toString());
        if (!files.isEmpty()) {
            said.putPOJO("files", files);
        }
        try {
            return json.writeValueAsBytes(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
