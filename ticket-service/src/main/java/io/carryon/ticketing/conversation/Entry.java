package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.DeliveryState;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** One thing said on a ticket: by the customer, by staff to the customer, or among staff. */
@Entity
public class Entry {

    /** Who speaks to whom. */
    public enum Kind {
        CONTACT,
        REPLY,
        NOTE
    }

    @Id
    private UUID id;

    private UUID ticketId;

    /** The ticket's revision with which the entry came: the order of the conversation. */
    @Column(name = "position")
    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant at;
    private UUID contactId;

    /** The contact that a reply answers, or that a note is about. */
    private UUID answers;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String author;
    private String authorName;
    private String text;
    private String visibleText;
    private String html;
    private String subject;
    private boolean truncated;

    @ColumnTransformer(write = "?::json")
    private String attachments;

    @ColumnTransformer(write = "?::json")
    private String origin;

    @Basic(fetch = FetchType.LAZY)
    @ColumnTransformer(write = "?::json")
    private String card;

    @Enumerated(EnumType.STRING)
    private DeliveryState delivery;

    private String deliveryReason;
    private Instant deliveryAt;

    /** Whom else a reply went to, one address a line. */
    private String copies;

    protected Entry() {}

    private Entry(UUID id, UUID ticketId, int position, Kind kind, Instant at, String text) {
        this.id = id;
        this.ticketId = ticketId;
        this.position = position;
        this.kind = kind;
        this.at = at;
        this.text = text;
    }

    /** What a customer's message says; {@code attachments}, {@code origin} and {@code card} are JSON. */
    public record Said(
            UUID entryId,
            UUID contactId,
            Channel channel,
            String sender,
            String senderName,
            String subject,
            String text,
            String visibleText,
            String html,
            boolean truncated,
            String attachments,
            String origin,
            String card,
            Instant at) {}

    public static Entry contact(UUID ticketId, int position, Said said) {
        var entry = new Entry(said.entryId(), ticketId, position, Kind.CONTACT, said.at(), said.text());
        entry.contactId = said.contactId();
        entry.channel = said.channel();
        entry.author = said.sender();
        entry.authorName = said.senderName();
        entry.subject = said.subject();
        entry.visibleText = said.visibleText();
        entry.html = said.html();
        entry.truncated = said.truncated();
        entry.attachments = said.attachments();
        entry.origin = said.origin();
        entry.card = said.card();
        return entry;
    }

    static Entry reply(
            UUID id,
            UUID ticketId,
            int position,
            ReplyRoute route,
            Actor author,
            String text,
            String attachments,
            List<String> copies,
            Instant at) {
        var entry = new Entry(id, ticketId, position, Kind.REPLY, at, text);
        entry.copies = copies.isEmpty() ? null : String.join("\n", copies);
        entry.attachments = attachments;
        entry.answers = route.contactId();
        entry.channel = route.channel();
        entry.author = author.id();
        entry.authorName = author.name();
        entry.delivery = DeliveryState.REQUESTED;
        entry.deliveryAt = at;
        return entry;
    }

    public static Entry note(UUID id, UUID ticketId, int position, Actor author, String text, Instant at) {
        var entry = new Entry(id, ticketId, position, Kind.NOTE, at, text);
        entry.author = author.id();
        entry.authorName = author.name();
        return entry;
    }

    /** A note of what the customer did in a contact beside writing; it stays and goes with the contact. */
    public static Entry act(UUID id, Ticket ticket, UUID contactId, Channel channel, String text, Instant at) {
        var entry = note(id, ticket.id(), ticket.position(), Actor.SYSTEM, text, at);
        entry.answers = contactId;
        entry.channel = channel;
        return entry;
    }

    Entry with(Replying.Enclosed enclosed) {
        attachments = enclosed.attachments();
        origin = enclosed.origin();
        return this;
    }

    /** Takes a channel's report unless it tells less than is known; answers whether it did. */
    public boolean delivered(DeliveryState next, String reason, Instant when) {
        if (kind != Kind.REPLY || !delivery.advancesTo(next)) {
            return false;
        }
        delivery = next;
        deliveryReason = reason;
        deliveryAt = when;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public int position() {
        return position;
    }

    Kind kind() {
        return kind;
    }

    Instant at() {
        return at;
    }

    /** The contact that the customer's words belong to, that a reply answers, or that a note is about. */
    UUID contactId() {
        return contactId == null ? answers : contactId;
    }

    Channel channel() {
        return channel;
    }

    Author author() {
        return new Author(author, authorName);
    }

    /** Who wrote an entry: a staff id, or the customer's handle. */
    record Author(String id, String name) {}

    String text() {
        return text;
    }

    String visibleText() {
        return visibleText;
    }

    String html() {
        return html;
    }

    String subject() {
        return subject;
    }

    boolean truncated() {
        return truncated;
    }

    String attachments() {
        return attachments;
    }

    String origin() {
        return origin;
    }

    String card() {
        return card;
    }

    public DeliveryState delivery() {
        return delivery;
    }

    String copies() {
        return copies;
    }

    String deliveryReason() {
        return deliveryReason;
    }

    Instant deliveryAt() {
        return deliveryAt;
    }
}
