package io.carryon.gateway.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something said in a chat.
 *
 * @param clientId the browser's name for it; null for support's
 * @param contactSequence the entry's sequence in its contact; meaningless for support's
 * @param seq its place in the conversation, from 1 without gaps; null as long as it is not durable
 * @param side {@code you} or {@code support}, as the customer sees it
 */
public record ChatMessage(
        UUID messageId,
        UUID sessionId,
        String clientId,
        int contactSequence,
        Integer seq,
        String side,
        String author,
        String text,
        List<ChatFile> files,
        Instant saidAt) {

    public static final String YOU = "you";
    public static final String SUPPORT = "support";

    public ChatMessage {
        files = files == null ? List.of() : List.copyOf(files);
    }

    boolean isDurable() {
        return seq != null;
    }
}
