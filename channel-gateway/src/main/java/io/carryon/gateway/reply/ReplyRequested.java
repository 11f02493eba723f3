package io.carryon.gateway.reply;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Staff's answer as the ticket-service asks for it in {@code reply.requested.v1}: what a channel reads to take it out. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReplyRequested(
        UUID replyId,
        UUID ticketId,
        String ticketNumber,
        UUID issueId,
        UUID contactId,
        Channel channel,
        String connection,
        Recipient to,
        String subject,
        String text,
        Author author,
        Answered thread,
        Instant requestedAt,
        List<AttachedFile> attachments,
        List<Recipient> cc,
        Frame frame) {

    public ReplyRequested {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        cc = cc == null ? List.of() : List.copyOf(cc);
    }

    /** The same with those of its copies that are wanted. */
    public ReplyRequested copiedTo(Predicate<Recipient> wanted) {
        return new ReplyRequested(
                replyId,
                ticketId,
                ticketNumber,
                issueId,
                contactId,
                channel,
                connection,
                to,
                subject,
                text,
                author,
                thread,
                requestedAt,
                attachments,
                cc.stream().filter(wanted).toList(),
                frame);
    }

    /** Whether everything is there that a channel may count on. */
    boolean isComplete() {
        return Stream.of(replyId, ticketId, ticketNumber, issueId, contactId, channel, to, text, author)
                        .noneMatch(Objects::isNull)
                && to.value() != null
                && author.name() != null;
    }

    /** A file that goes with it; the archive keeps its {@code size} bytes by their hash. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AttachedFile(String sha256, String name, String mediaType, long size) {}

    /** Whom to send it to, in the channel's own kind of address. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recipient(Handle.Kind kind, String value, String name) {}

    /** What stands before and after the text in a letter, as its sender wants it; null, or null in part, for nothing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Frame(String language, String opening, String closing) {}

    /** Who wrote it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Author(String id, String name) {}

    /** The message it answers and the chain before that. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Answered(String inReplyTo, List<String> references) {

        public Answered {
            references = references == null ? List.of() : List.copyOf(references);
        }
    }
}
