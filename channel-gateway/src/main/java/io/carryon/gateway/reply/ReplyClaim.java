package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to send one reply, held by one worker until it says what became of it or its lease runs out.
 *
 * @param token tells this claim from every other, of this process too
 * @param payload the request as the ticket-service wrote it
 * @param correlationId may be null
 * @param attempts how often it was claimed, this time included
 */
record ReplyClaim(
        UUID replyId,
        Channel channel,
        String token,
        String payload,
        String correlationId,
        Instant waitingSince,
        int attempts) {}
