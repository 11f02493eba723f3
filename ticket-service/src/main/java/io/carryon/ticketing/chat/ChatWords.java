package io.carryon.ticketing.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.ticket.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What we read of {@code io.carryon.contact.received.v1} to show it at once.
 *
 * @param entryId of the entry that will stand in the ticket
 * @param sequence 0 opens the contact, which has no ticket yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatWords(
        UUID contactId,
        UUID entryId,
        int sequence,
        Channel channel,
        String text,
        List<Attachment> attachments,
        Instant receivedAt)
        implements ChatListeners.Happening {

    /** What comes later is seen in the ticket. */
    private static final Duration HOLDS = Duration.ofSeconds(5);

    /** A file that came with it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Attachment(String name) {}

    /** What is told. */
    record Message(UUID ticketId, UUID contactId, UUID entryId, String text, List<String> files, Instant at) {}

    /** Whether it goes on with a chat, and just now. */
    boolean isNews(Instant now) {
        return channel == Channel.CHAT
                && sequence > 0
                && contactId != null
                && entryId != null
                && receivedAt != null
                && receivedAt.plus(HOLDS).isAfter(now);
    }

    @Override
    public Message toldOf(UUID ticketId) {
        var files = attachments == null
                ? List.<String>of()
                : attachments.stream()
                        .map(Attachment::name)
                        .filter(Objects::nonNull)
                        .toList();
        return new Message(ticketId, contactId, entryId, text, files, receivedAt);
    }
}
