package io.carryon.profile.recognition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.profile.card.Arrival;
import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.SelfService;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What this service reads of {@code io.carryon.contact.received.v1}: one message of one contact.
 *
 * @param language BCP 47, where the channel says it
 * @param topic what the customer chose at the portal or at the chat's start that it is about
 * @param selfService what they tried before, with a contact's first message; null when nothing
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
        String language,
        Phone phone,
        Portal portal,
        String topic,
        SelfService selfService) {

    private static final int LONGEST_LANGUAGE = 35;

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_TOPIC = 60;

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

    /**
     * What a telephone menu did before a person took over.
     *
     * @param trigger why the contact came to be, such as {@code dtmf0}, {@code ringing}, {@code voicemail}; any is taken
     * @param transcript whether the text is what was said on the call, written down
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Phone(List<String> menuPath, Map<String, String> collected, String trigger, boolean transcript) {

        public Phone {
            menuPath = menuPath == null ? List.of() : menuPath;
            collected = collected == null ? Map.of() : collected;
        }

        /** The node where it ended, unless the caller never left the one where it begins. */
        Optional<String> end() {
            return menuPath.reversed().stream()
                    .filter(node -> !node.equals(menuPath.getFirst()))
                    .findFirst();
        }
    }

    /** What a portal's form collected. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Portal(Map<String, String> fields) {

        public Portal {
            fields = fields == null ? Map.of() : fields;
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

    /** Whether the text is a transcript of the call, which tells more than what the caller keyed in. */
    boolean isTranscript() {
        return phone != null && phone.transcript();
    }

    boolean isChat() {
        return channel.equals("chat");
    }

    /** What the number chose in the telephone's menu, or null; told apart by number. */
    String menu(String handleId) {
        return phone == null
                ? null
                : phone.end()
                        .map(end -> handleId + " " + Texts.line(end, LONGEST_TOPIC))
                        .orElse(null);
    }

    /** The same contact in the language its text tells, where the channel does not say one. */
    ContactReceived in(String detected) {
        return tongue().isPresent()
                ? this
                : new ContactReceived(
                        contactId,
                        entryId,
                        channel,
                        receivedAt,
                        sender,
                        subject,
                        text,
                        visibleText,
                        thread,
                        detected,
                        phone,
                        portal,
                        topic,
                        selfService);
    }

    /** BCP 47, or empty where neither the channel nor the text tells. */
    Optional<String> tongue() {
        return Optional.ofNullable(language).filter(said -> !said.isBlank());
    }

    /** What the customer chose that it is about before a person took over, in one line of at most 60 characters. */
    Optional<String> chosenTopic() {
        return Optional.ofNullable(topic)
                .or(() -> Optional.ofNullable(phone).flatMap(Phone::end))
                .map(chosen -> Texts.line(chosen, LONGEST_TOPIC));
    }

    /** The contact as its card needs it, about the given issue. */
    Arrival arrival(UUID issue) {
        return new Arrival(summary(issue), Texts.cut(language, LONGEST_LANGUAGE), attempt());
    }

    /** What the customer tried and gave before a person took over. */
    Optional<Attempt> attempt() {
        var given = new TreeMap<String, String>();
        if (phone != null) {
            given.putAll(phone.collected());
        }
        if (portal != null) {
            given.putAll(portal.fields());
        }
        var attempt = new Attempt(
                contactId,
                receivedAt,
                channel,
                phone == null ? List.of() : steps(phone.menuPath()),
                phone == null ? null : Texts.cut(phone.trigger(), Attempt.LONGEST_NAME),
                given.entrySet().stream()
                        .filter(each ->
                                each.getValue() != null && !each.getValue().isBlank())
                        .limit(Attempt.MOST_GIVEN)
                        .map(each -> new Attempt.Given(
                                Texts.cut(each.getKey(), Attempt.LONGEST_NAME),
                                Texts.line(each.getValue(), Attempt.LONGEST_VALUE)))
                        .toList(),
                Optional.ofNullable(selfService).flatMap(SelfService::bounded).orElse(null));
        var isAny = !attempt.menuPath().isEmpty()
                || attempt.trigger() != null
                || !attempt.given().isEmpty()
                || attempt.selfService() != null;
        return isAny ? Optional.of(attempt) : Optional.empty();
    }

    private static List<String> steps(List<String> path) {
        return path.stream()
                .limit(Attempt.MOST_STEPS)
                .map(step -> Texts.cut(step, Attempt.LONGEST_NAME))
                .toList();
    }

    /** The sender's name in one line of at most 200 characters, or null. */
    String senderName() {
        return Texts.line(sender.name(), LONGEST_NAME);
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
