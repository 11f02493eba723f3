package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.messenger.media.MediaReference;
import java.time.Instant;
import java.util.List;

/**
 * A customer's message in words and files.
 *
 * @param providerId the provider's id of it; null for what has none of its own
 * @param address where an answer goes to, in the provider's own words
 * @param quotes the provider's id of the message it answers, or null
 * @param language BCP 47, or null
 * @param topic what the customer came from, such as an advertisement, or null
 * @param isAside whether it opens no new contact where there was one before, however long ago: a reaction, an edit
 * @param replyUntil until when the provider takes a reply, or null for any time
 */
public record IncomingMessage(
        String providerId,
        String address,
        String name,
        Handle handle,
        Instant at,
        String text,
        String quotes,
        String language,
        String topic,
        boolean isAside,
        Instant replyUntil,
        List<MediaReference> media) {

    public IncomingMessage {
        media = List.copyOf(media);
    }
}
