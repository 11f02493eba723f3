package io.carryon.gateway.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One message of one contact, from whichever channel, in one shape: what {@code contact.received.v1} carries. It is
 * within the contract's bounds by construction; {@link ContactDraft} makes one.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        UUID contactId,
        UUID entryId,
        int sequence,
        Channel channel,
        String connection,
        Instant occurredAt,
        Instant receivedAt,
        Sender sender,
        List<Participant> participants,
        String subject,
        String text,
        String visibleText,
        String html,
        boolean truncated,
        String language,
        String topic,
        List<Attachment> attachments,
        Threading thread,
        PhoneCall phone,
        ChatSession chat,
        PortalForm portal,
        SelfService selfService,
        Forwarder forwardedBy,
        Instant replyUntil,
        Original original) {

    /** Longest text, in UTF-16 units; longer ones are cut and marked, the original stays whole. */
    public static final int TEXT_LIMIT = 100_000;

    private static final int CONNECTION_LIMIT = 64;
    private static final int TOPIC_LIMIT = 60;

    public Contact {
        Objects.requireNonNull(contactId, "contactId");
        Objects.requireNonNull(entryId, "entryId");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(thread, "thread");
        if (connection == null || connection.isBlank() || connection.length() > CONNECTION_LIMIT) {
            throw new IllegalArgumentException("A connection's name has 1 to 64 characters: " + connection);
        }
        if (sequence < 0 || (sequence == 0) != entryId.equals(contactId)) {
            throw new IllegalArgumentException("The first entry, and only that, has sequence 0 and the contact's id");
        }
        topic = topic == null || topic.isBlank()
                ? null
                : Text.cut(Text.clean(topic).strip(), TOPIC_LIMIT);
        participants = List.copyOf(participants);
        attachments = List.copyOf(attachments);
    }

    /** Who of staff passed the customer's message on, and what they wrote above it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Forwarder(String name, String address, String text) {

        private static final int NAME_LIMIT = 200;
        private static final int NOTE_LIMIT = 10_000;

        public Forwarder {
            name = name == null ? null : Text.cut(Text.clean(name), NAME_LIMIT);
            text = text == null || text.isBlank() ? null : Text.cut(Text.clean(text), NOTE_LIMIT);
        }
    }

    /** Begins a contact, or with a sequence above 0 a later entry of one. */
    public static ContactDraft draft(Channel channel, String connection) {
        return new ContactDraft(channel, connection);
    }

    /** The same contact without its HTML and without the text said twice: for what would not fit into one event. */
    public Contact reduced() {
        return cut(TEXT_LIMIT, TEXT_LIMIT / 4, participants, attachments, thread);
    }

    /** Nothing but who, when, what it answers and the text's first half: fits into one event whatever the rest was. */
    public Contact bare() {
        var newest = thread.inReplyTo().stream().limit(1).toList();
        return cut(
                TEXT_LIMIT / 2,
                0,
                List.of(),
                List.of(),
                new Threading(thread.messageId(), newest, List.of(), thread.repliedIssueId(), thread.ticketNumbers()));
    }

    private Contact cut(
            int textLimit, int visibleLimit, List<Participant> others, List<Attachment> files, Threading ties) {
        var shorter = visibleText == null || visibleLimit == 0 ? null : Text.cut(visibleText, visibleLimit);
        return new Contact(
                contactId,
                entryId,
                sequence,
                channel,
                connection,
                occurredAt,
                receivedAt,
                sender,
                others,
                subject,
                Text.cut(text, textLimit),
                shorter,
                null,
                true,
                language,
                topic,
                files,
                ties,
                phone,
                chat,
                portal,
                selfService,
                forwardedBy,
                replyUntil,
                original);
    }

    /** Who contacted us; the first of 1 to 8 handles is the one the channel itself carries. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sender(String name, List<Handle> handles) {

        private static final int NAME_LIMIT = 200;
        private static final int HANDLES_LIMIT = 8;

        public Sender {
            if (handles.isEmpty()) {
                throw new IllegalArgumentException("A sender has at least one handle");
            }
            name = Text.cut(Text.clean(name), NAME_LIMIT);
            handles = handles.stream().limit(HANDLES_LIMIT).toList();
        }

        public Sender(String name, Handle handle) {
            this(name, List.of(handle));
        }
    }

    /** Another addressee of the message; role {@code to} or {@code cc}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Participant(String role, String name, String address) {

        private static final int NAME_LIMIT = 200;
        private static final int ADDRESS_LIMIT = 320;

        public Participant {
            name = Text.cut(Text.clean(name), NAME_LIMIT);
            address = Text.cut(Text.clean(address), ADDRESS_LIMIT);
        }
    }

    /** What ties a message to earlier ones: ids of messages, our signed token, ticket numbers with a right check digit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Threading(
            String messageId,
            List<String> inReplyTo,
            List<String> references,
            UUID repliedIssueId,
            List<String> ticketNumbers) {

        /** No tie to anything earlier. */
        public static final Threading NONE = new Threading(null, List.of(), List.of(), null, List.of());

        /** Tied by ticket numbers alone. */
        public static Threading ofTicketNumbers(List<String> numbers) {
            return new Threading(null, List.of(), List.of(), null, numbers);
        }

        /** Longest id kept, which is the longest line a mail may have (RFC 5322); a longer one ties to nothing. */
        private static final int ID_LIMIT = 998;

        public Threading {
            messageId = messageId == null || messageId.length() > ID_LIMIT ? null : Text.clean(messageId);
            inReplyTo = bounded(inReplyTo, 50);
            references = bounded(references, 200);
            ticketNumbers = ticketNumbers.stream()
                    .filter(TicketNumber::isValid)
                    .distinct()
                    .limit(10)
                    .toList();
        }

        private static List<String> bounded(List<String> ids, int limit) {
            return ids.stream()
                    .filter(id -> id.length() <= ID_LIMIT)
                    .map(Text::clean)
                    .limit(limit)
                    .toList();
        }
    }

    /**
     * What the IVR knew; trigger is one of dtmf0, speech, no-input, max-retries, ringing, hangup, voicemail, resolved.
     * {@code transcript} is true when the entry's text was said in a recording, and null otherwise.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhoneCall(
            String callId,
            String dialled,
            List<String> menuPath,
            Map<String, String> collected,
            String trigger,
            String queueHint,
            List<Recording> recordings,
            Boolean transcript) {

        /** One without recordings. */
        public PhoneCall(
                String callId,
                String dialled,
                List<String> menuPath,
                Map<String, String> collected,
                String trigger,
                String queueHint) {
            this(callId, dialled, menuPath, collected, trigger, queueHint, null, null);
        }

        /** The same call with what was recorded of it. */
        public PhoneCall recorded(Recording recording) {
            return new PhoneCall(
                    callId, dialled, menuPath, collected, trigger, queueHint, List.of(recording), transcript);
        }

        /** The same call; the entry's text was said in a recording. */
        public PhoneCall transcribed() {
            return new PhoneCall(callId, dialled, menuPath, collected, trigger, queueHint, recordings, true);
        }
    }

    /** Where the telephone system keeps a recording, of {@code kind} call or voicemail; its length in seconds or null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recording(String recordingId, String url, Integer durationSec, String kind) {}

    /** The browser's session and the page it was opened on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChatSession(UUID sessionId, String pageUrl) {}

    /** The reference the customer was given, and the fields of the form beside the text. */
    public record PortalForm(String reference, Map<String, String> fields) {}
}
