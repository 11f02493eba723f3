package io.carryon.profile.recognition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What this service reads of {@code io.carryon.contact.received.v1}: one message of one contact.
 *
 * @param language BCP 47, where the channel says it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactReceived(
        UUID contactId,
        UUID entryId,
        String channel,
        Instant receivedAt,
        Sender sender,
        String subject,
        String text,
        String visibleText,
        Thread thread,
        String language) {

    /** Who contacted us; the first handle is the one the channel itself carries. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sender(String name, List<SenderHandle> handles) {

        public Sender {
            if (handles == null || handles.isEmpty()) {
                throw new IllegalArgumentException("sender.handles must not be empty");
            }
        }
    }

    /** A handle as the gateway cleaned it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SenderHandle(
            HandleKind kind, String value, String raw, String region, String verification, String method) {

        public SenderHandle {
            Objects.requireNonNull(kind, "sender.handles.kind");
            Objects.requireNonNull(value, "sender.handles.value");
        }

        boolean isVerified() {
            return "verified".equals(verification);
        }
    }

    /** What the contact says it belongs to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Thread(
            String messageId,
            List<String> inReplyTo,
            List<String> references,
            UUID repliedIssueId,
            List<String> ticketNumbers) {

        public Thread {
            inReplyTo = inReplyTo == null ? List.of() : inReplyTo;
            references = references == null ? List.of() : references;
            ticketNumbers = ticketNumbers == null ? List.of() : ticketNumbers;
        }
    }

    public ContactReceived {
        Objects.requireNonNull(contactId, "contactId");
        Objects.requireNonNull(entryId, "entryId");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(sender, "sender");
        thread = thread == null ? new Thread(null, null, null, null, null) : thread;
    }

    /** One whose language the channel does not say. */
    public ContactReceived(
            UUID contactId,
            UUID entryId,
            String channel,
            Instant receivedAt,
            Sender sender,
            String subject,
            String text,
            String visibleText,
            Thread thread) {
        this(contactId, entryId, channel, receivedAt, sender, subject, text, visibleText, thread, null);
    }

    /** The contact in a line, about the given issue. */
    PastContact summary(UUID issue) {
        return new PastContact(
                contactId,
                channel,
                receivedAt,
                Texts.line(subject, PastContact.LONGEST_SUBJECT),
                Texts.line(visibleText == null ? text : visibleText, PastContact.LONGEST_EXCERPT),
                issue,
                null);
    }
}
