package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A part of a webhook as it was kept: one message, or one state of one.
 *
 * @param updateId derived from the provider's id, so that the same again is the same
 * @param payload JSON as the provider wrote it, without what concerns others
 * @param attempts how often it was worked on, this time included
 */
public record Update(
        long seq, UUID updateId, Channel channel, String connection, byte[] payload, Instant receivedAt, int attempts) {

    Update with(byte[] read) {
        return new Update(seq, updateId, channel, connection, read, receivedAt, attempts);
    }
}
