package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact by messenger.
 *
 * @param writtenAt when its customer last wrote to this connection, in this contact or a later one
 */
public record Conversation(UUID contactId, Channel channel, String connection, String address, Instant writtenAt) {}
