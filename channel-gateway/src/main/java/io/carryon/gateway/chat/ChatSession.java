package io.carryon.gateway.chat;

import io.carryon.gateway.contact.SelfService;
import java.time.Instant;
import java.util.UUID;

/**
 * One visitor's chat.
 *
 * @param nonce with the signing secret it makes the token, of which only the hash is kept
 * @param topic what the visitor chose that it is about, or null
 * @param selfService what was tried before, or null
 * @param lastSeq seq of the latest message
 * @param readSeq how far the visitor has read
 * @param revision grows with every change
 * @param waitingSince since when the visitor waits for an answer, or null
 * @param handoffAt when the visitor asked for a person, or null
 * @param ticket where their ticket stands; {@link ChatTicket#UNKNOWN} before it is heard of
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
        SelfService selfService,
        Instant openedAt,
        Instant expiresAt,
        Instant endedAt,
        int lastSeq,
        int readSeq,
        int revision,
        Instant waitingSince,
        Instant handoffAt,
        ChatTicket ticket) {

    /** One that is only now opened. */
    static ChatSession fresh(
            UUID sessionId,
            UUID contactId,
            String client,
            String payloadHash,
            String nonce,
            String tokenHash,
            ChatSessionForm form,
            SelfService selfService,
            Instant openedAt,
            Instant expiresAt) {
        return new ChatSession(
                sessionId,
                contactId,
                client,
                payloadHash,
                nonce,
                tokenHash,
                form.whoever(),
                form.pageUrl(),
                form.language(),
                form.topic(),
                selfService,
                openedAt,
                expiresAt,
                null,
                0,
                0,
                0,
                null,
                null,
                ChatTicket.UNKNOWN);
    }

    public boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
