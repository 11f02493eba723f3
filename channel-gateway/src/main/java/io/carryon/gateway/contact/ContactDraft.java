package io.carryon.gateway.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Collects what a channel knows and makes a {@link Contact} of it, cleaned and cut to the contract's bounds. */
public final class ContactDraft {

    private static final int SUBJECT_LIMIT = 1000;
    private static final int HTML_LIMIT = 200_000;
    private static final int PARTICIPANTS_LIMIT = 100;
    private static final int ATTACHMENTS_LIMIT = 500;

    private final Channel channel;
    private final String connection;
    private UUID contactId;
    private UUID entryId;
    private int sequence;
    private Instant occurredAt;
    private Instant receivedAt;
    private Contact.Sender sender;
    private List<Contact.Participant> participants = List.of();
    private String subject;
    private String text = "";
    private String visibleText;
    private String html;
    private String language;
    private String topic;
    private List<Attachment> attachments = List.of();
    private Contact.Threading thread = Contact.Threading.NONE;
    private Contact.PhoneCall phone;
    private Contact.ChatSession chat;
    private Contact.PortalForm portal;
    private SelfService selfService;
    private Contact.Forwarder forwardedBy;
    private Instant replyUntil;
    private Original original;

    ContactDraft(Channel channel, String connection) {
        this.channel = channel;
        this.connection = connection;
    }

    /** The first entry of this contact. */
    public ContactDraft first(UUID contactId) {
        return entry(contactId, contactId, 0);
    }

    /** A later entry; {@code sequence} counts from 1. */
    public ContactDraft entry(UUID contactId, UUID entryId, int sequence) {
        this.contactId = contactId;
        this.entryId = entryId;
        this.sequence = sequence;
        return this;
    }

    public ContactDraft at(Instant occurredAt, Instant receivedAt) {
        this.occurredAt = occurredAt;
        this.receivedAt = receivedAt;
        return this;
    }

    public ContactDraft from(String name, Handle... handles) {
        this.sender = new Contact.Sender(name, List.of(handles));
        return this;
    }

    public ContactDraft participants(List<Contact.Participant> participants) {
        this.participants = participants;
        return this;
    }

    public ContactDraft subject(String subject) {
        this.subject = subject;
        return this;
    }

    public ContactDraft text(String text) {
        this.text = text;
        return this;
    }

    /** What the customer wrote anew; the same as the text is left out. */
    public ContactDraft visibleText(String visibleText) {
        this.visibleText = visibleText;
        return this;
    }

    /** Sanitized already; left out when too long for an event. */
    public ContactDraft html(String html) {
        this.html = html;
        return this;
    }

    /** A BCP 47 tag, or null when the channel does not say. */
    public ContactDraft language(String language) {
        this.language = language;
        return this;
    }

    /** What the customer chose that it is about, or null when they had nothing to choose from. */
    public ContactDraft topic(String topic) {
        this.topic = topic;
        return this;
    }

    public ContactDraft attachments(List<Attachment> attachments) {
        this.attachments = attachments;
        return this;
    }

    public ContactDraft thread(Contact.Threading thread) {
        this.thread = thread;
        return this;
    }

    public ContactDraft phone(Contact.PhoneCall phone) {
        this.phone = phone;
        return this;
    }

    public ContactDraft chat(Contact.ChatSession chat) {
        this.chat = chat;
        return this;
    }

    public ContactDraft portal(Contact.PortalForm portal) {
        this.portal = portal;
        return this;
    }

    /** What was tried before, or null. */
    public ContactDraft selfService(SelfService selfService) {
        this.selfService = selfService;
        return this;
    }

    public ContactDraft forwardedBy(Contact.Forwarder forwardedBy) {
        this.forwardedBy = forwardedBy;
        return this;
    }

    /** Until when the channel takes a freely written reply, or null for any time. */
    public ContactDraft replyUntil(Instant replyUntil) {
        this.replyUntil = replyUntil;
        return this;
    }

    public ContactDraft original(Original original) {
        this.original = original;
        return this;
    }

    /** The contact; throws when an id, a time or the sender is missing. */
    public Contact contact() {
        var whole = Text.clean(text == null ? "" : text);
        var cut = Text.cut(whole, Contact.TEXT_LIMIT);
        var visible = Text.cut(Text.clean(visibleText), Contact.TEXT_LIMIT);
        var display = html == null || html.length() > HTML_LIMIT ? null : Text.clean(html);
        return new Contact(
                contactId,
                entryId,
                sequence,
                channel,
                connection,
                occurredAt,
                receivedAt,
                sender,
                participants.stream().limit(PARTICIPANTS_LIMIT).toList(),
                Text.cut(Text.clean(subject), SUBJECT_LIMIT),
                cut,
                cut.equals(visible) ? null : visible,
                display,
                cut.length() < whole.length(),
                language,
                topic,
                attachments.stream().limit(ATTACHMENTS_LIMIT).toList(),
                thread,
                phone,
                chat,
                portal,
                selfService,
                forwardedBy,
                replyUntil,
                original);
    }
}
