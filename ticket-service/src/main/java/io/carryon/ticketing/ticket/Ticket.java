package io.carryon.ticketing.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The staff's work on an issue. Each verb leaves one event, and the revision counts them. */
@Entity
public class Ticket {

    @Id
    private UUID id;

    @Version
    private int version;

    private int revision;
    private String number;
    private UUID issueId;
    private UUID customerId;
    private String customerName;
    private String subject;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    private String queue;

    @Column(name = "owner")
    private String owner;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private UUID previousTicketId;
    private UUID relatedIssueId;
    private Integer rating;
    private String ratingComment;
    private Instant openedAt;
    private Instant updatedAt;

    @Transient
    private List<Happening> happenings = new ArrayList<>();

    protected Ticket() {}

    /** A new ticket for a contact; {@code previous} is the issue's closed ticket, or null. */
    public static Ticket open(UUID id, TicketNumber number, ContactArrival contact, String queue, Ticket previous) {
        var ticket = new Ticket();
        ticket.id = id;
        ticket.number = number.value();
        ticket.issueId = contact.issueId();
        ticket.customerId = contact.customerId();
        ticket.customerName = contact.customerName();
        ticket.subject = contact.subject();
        ticket.status = TicketStatus.NEW;
        ticket.queue = queue;
        ticket.priority = previous == null ? Priority.NORMAL : previous.priority;
        ticket.channel = contact.channel();
        ticket.previousTicketId = previous == null ? null : previous.id;
        ticket.relatedIssueId = contact.relatedIssueId();
        ticket.openedAt = contact.at();
        ticket.happened(
                new TicketEvent.Opened(
                        contact.contactId(),
                        contact.entryId(),
                        contact.channel(),
                        ticket.previousTicketId,
                        ticket.relatedIssueId),
                contact.actor(),
                contact.at());
        return ticket;
    }

    /** The customer wrote or called again: a ticket that waited for it, or seemed done, is open again. */
    public void addContact(ContactArrival contact) {
        var before = status;
        status = status.onCustomerMessage();
        channel = contact.channel();
        if (contact.customerName() != null) {
            customerName = contact.customerName();
        }
        if (relatedIssueId == null) {
            relatedIssueId = contact.relatedIssueId();
        }
        happened(
                new TicketEvent.ContactAdded(contact.contactId(), contact.entryId(), contact.channel(), before),
                contact.actor(),
                contact.at());
    }

    /** Staff answer; the work on a new ticket has begun with it. */
    public void reply(TicketEvent.Replied reply, Actor author, Instant now) {
        refuseWhenClosed("be answered");
        if (status == TicketStatus.NEW) {
            status = TicketStatus.OPEN;
        }
        happened(reply, author, now);
    }

    /** Staff note something for each other; possible at any time. */
    public void note(UUID entryId, Actor author, Instant now) {
        happened(new TicketEvent.Noted(entryId), author, now);
    }

    /** Another owner (null: nobody) and queue; nothing happens when both are as before. */
    public void assign(String newOwner, String newQueue, Actor by, Instant now) {
        refuseWhenClosed("be assigned");
        if (Objects.equals(owner, newOwner) && queue.equals(newQueue)) {
            return;
        }
        var event = new TicketEvent.Assigned(newOwner, owner, newQueue, queue);
        owner = newOwner;
        queue = newQueue;
        happened(event, by, now);
    }

    /** Moves the ticket on; nothing happens when it is there already. */
    public void changeStatus(TicketStatus next, String reason, Actor by, Instant now) {
        if (status == next) {
            return;
        }
        if (!status.mayMoveTo(next)) {
            throw new IllegalMoveException(status, "become " + next);
        }
        var event = new TicketEvent.StatusChanged(status, next, reason);
        status = next;
        happened(event, by, now);
    }

    /** The customer's judgement, at any time, the last one counts; nothing happens when it is as before. */
    public void rate(TicketEvent.Rated judgement, Actor by, Instant now) {
        if (Objects.equals(rating, judgement.score()) && Objects.equals(ratingComment, judgement.comment())) {
            return;
        }
        rating = judgement.score();
        ratingComment = judgement.comment();
        happened(judgement, by, now);
    }

    /** A channel reported what became of a reply. */
    public void deliveryChanged(TicketEvent.DeliveryChanged change, Instant now) {
        happened(change, Actor.SYSTEM, now);
    }

    /** What happened since the last call, in order. */
    public List<Happening> takeHappenings() {
        var taken = List.copyOf(happenings);
        happenings.clear();
        return taken;
    }

    private void refuseWhenClosed(String asked) {
        if (status == TicketStatus.CLOSED) {
            throw new IllegalMoveException(status, asked);
        }
    }

    private void happened(TicketEvent event, Actor actor, Instant now) {
        revision++;
        updatedAt = now;
        happenings.add(new Happening(id, revision, event, state(), actor, now));
    }

    public TicketState state() {
        return new TicketState(number, issueId, customerId, subject, status, queue, owner, priority, openedAt);
    }

    public UUID id() {
        return id;
    }

    /** How many events the ticket's log holds. */
    public int revision() {
        return revision;
    }

    public String customerName() {
        return customerName;
    }

    /** Channel of the customer's latest contact. */
    public Channel channel() {
        return channel;
    }

    /** The customer's last judgement, or null as long as there is none. */
    public TicketEvent.Rated rating() {
        return rating == null ? null : new TicketEvent.Rated(rating, ratingComment);
    }

    public UUID previousTicketId() {
        return previousTicketId;
    }

    public UUID relatedIssueId() {
        return relatedIssueId;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
