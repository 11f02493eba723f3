package io.carryon.gateway.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * One visitor's chat.
 *
 * @param nonce with the signing secret it makes the token, of which only the hash is kept
 * @param topic what the visitor chose that it is about, or null
 * @param lastSeq seq of the latest message
 */
public record ChatSession(
        UUID sessionId,
        UUID contactId,
        String client,
        String payloadHash,
        String nonce,
        String tokenHash,
        Visitor visitor,
        String pageUrl,
        String language,
        String topic,
        Instant openedAt,
        Instant expiresAt,
        Instant endedAt,
        int lastSeq) {

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
