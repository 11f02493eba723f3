package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A part of a webhook as it was kept: one message, or one state of one.
 *
 * @param updateId derived from the provider's id, so that the same again is the same
 * @param deliveryKey names it in the intake log
 * @param payload JSON as the provider wrote it, without what concerns others
 * @param attempts how often it was worked on, this time included
 */
public record Update(
        long seq,
        UUID updateId,
        String deliveryKey,
        Channel channel,
        String connection,
        byte[] payload,
        Instant receivedAt,
        int attempts) {

    /** The same, read again from what it was put aside as; that it was put aside stays noted under the first key. */
    Update retriedAs(String key, byte[] original) {
        return new Update(seq, updateId, key, channel, connection, original, receivedAt, attempts);
    }
}
