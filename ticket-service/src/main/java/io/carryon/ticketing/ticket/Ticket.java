package io.carryon.ticketing.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The staff's work on an issue. Each verb leaves one event, and the revision counts them. */
@Entity
public class Ticket extends Recorded {

    /** Stands for what was erased. */
    public static final String ERASED = "[erased]";

    @Version
    private int version;

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
    private Instant ratedResolution;
    private UUID mergedIntoTicketId;
    private Instant openedAt;

    protected Ticket() {}

    private Ticket(UUID id) {
        super(id);
    }

    /** A new ticket for a contact; {@code previous} is the issue's closed ticket, or null. */
    public static Ticket open(UUID id, TicketNumber number, ContactArrival contact, String queue, Ticket previous) {
        return open(id, number, contact, queue, previous, contact.actor());
    }

    /** The same, opened by somebody else than the customer. */
    public static Ticket open(
            UUID id, TicketNumber number, ContactArrival contact, String queue, Ticket previous, Actor by) {
        var ticket = new Ticket(id);
        ticket.number = number.value();
        ticket.issueId = contact.issueId();
        ticket.customerId = contact.customerId();
        ticket.customerName = contact.customerName();
        ticket.subject = contact.subject();
        ticket.status = TicketStatus.NEW;
        ticket.queue = queue;
        ticket.priority = previous == null ? Priority.NORMAL : previous.priority;
        ticket.channel = contact.channel();
        ticket.previousTicketId = previous == null ? null : previous.id();
        ticket.relatedIssueId = contact.relatedIssueId();
        ticket.openedAt = contact.at();
        ticket.happened(contact.opens(ticket.previousTicketId), by, contact.at());
        return ticket;
    }

    /** The customer wrote or called again: a ticket that waited for it, or seemed done, is open, but for what asks nothing. */
    public void addContact(ContactArrival contact) {
        channel = contact.channel();
        if (contact.customerName() != null) {
            customerName = contact.customerName();
        }
        if (relatedIssueId == null) {
            relatedIssueId = contact.relatedIssueId();
        }
        said(contact);
    }

    /** Somebody who takes part writes: whose ticket it is, and how they are reached, stays. */
    public void addContactOfParticipant(ContactArrival contact) {
        said(contact);
    }

    private void said(ContactArrival contact) {
        var before = status;
        status = contact.leaves(status) ? status : status.onCustomerMessage();
        happened(contact.joins(before), contact.actor(), contact.at());
    }

    /** Staff answer; the work on a new ticket has begun with it. */
    public void reply(TicketEvent.Replied reply, Actor author, Instant now) {
        refuseWhenClosed("be answered");
        if (status == TicketStatus.NEW) {
            status = TicketStatus.OPEN;
        }
        happened(reply, author, now);
    }

    /** Staff speak with the customer: the work has begun, and a ticket that nobody owned is theirs if it may be. */
    public void answered(CallEvent.CallAnswered call, boolean mayOwn, Actor by, Instant now) {
        status = status == TicketStatus.NEW ? TicketStatus.OPEN : status;
        happened(call, by, now);
        if (owner == null && mayOwn && status != TicketStatus.CLOSED) {
            assign(call.agent().id(), queue, by, now);
        }
    }

    /** Staff note something for each other; possible at any time. */
    public void note(TicketEvent.Noted note, Actor author, Instant now) {
        happened(note, author, now);
    }

    /** Another owner (null: nobody) and queue; nothing happens when both are as before. */
    public void assign(String newOwner, String newQueue, Actor by, Instant now) {
        assign(newOwner, newQueue, null, by, now);
    }

    /** The same, and what it came of, or null. */
    public void assign(String newOwner, String newQueue, AssignedBy why, Actor by, Instant now) {
        refuseWhenClosed("be assigned");
        if (Objects.equals(owner, newOwner) && queue.equals(newQueue)) {
            return;
        }
        var event = new TicketEvent.Assigned(newOwner, owner, newQueue, queue, why);
        owner = newOwner;
        queue = newQueue;
        happened(event, by, now);
    }

    /** More urgent, or less; nothing happens when it is as before. */
    public void prioritize(Priority wanted, Actor by, Instant now) {
        refuseWhenClosed("be made more or less urgent");
        if (priority != wanted) {
            var change = new StructureEvent.PriorityChanged(priority, wanted);
            priority = wanted;
            happened(change, by, now);
        }
    }

    /** Moves the ticket on, as the workflow allows it. */
    public void changeStatus(TicketEvent.StatusChanged change, Actor by, Instant now) {
        status = change.to();
        happened(change, by, now);
    }

    /** The customer wants a person: whatever the ticket waited for, it is open. */
    public void wantPerson(WaitingEvent.PersonWanted wish, Actor by, Instant now) {
        status = status == TicketStatus.NEW ? status : TicketStatus.OPEN;
        happened(wish, by, now);
    }

    /** The customer's judgement of a resolution, the last one counts; nothing happens when it is as before. */
    public void rate(TicketEvent.Rated judgement, Actor by, Instant now) {
        if (judgement.equals(rating())) {
            return;
        }
        rating = judgement.score();
        ratingComment = judgement.comment();
        ratedResolution = judgement.resolvedAt();
        happened(judgement, by, now);
    }

    /**
     * A contact came from another ticket with its entries, which take the positions up to {@link #position()}. It opens
     * this one again when nobody has answered it, or when this one was closed because its own contact had left it. With
     * a call in which staff speak just now, work on a new ticket has begun.
     */
    public void moveIn(TicketEvent.ContactMovedIn move, boolean unanswered, boolean spoken, Actor by, Instant now) {
        if (mergedIntoTicketId != null) {
            mergedIntoTicketId = null;
            status = unanswered ? TicketStatus.NEW : TicketStatus.OPEN;
        } else if (unanswered) {
            status = status.onCustomerMessage();
        }
        if (spoken && status == TicketStatus.NEW) {
            status = TicketStatus.OPEN;
        }
        takePositions(move.entryIds().size());
        happened(move, by, now);
    }

    /** All that was said here is now said on another ticket: this one is closed, and names it. */
    public void mergeInto(Ticket survivor, String reason, Actor by, Instant now) {
        var before = status;
        mergedIntoTicketId = survivor.id();
        status = TicketStatus.CLOSED;
        happened(new TicketEvent.Merged(survivor.id(), survivor.number, before, reason), by, now);
    }

    /** It stands by itself again, as far as it did before it was merged. */
    public void standAlone(StructureEvent.Unmerged event, Actor by, Instant now) {
        mergedIntoTicketId = null;
        status = event.status();
        happened(event, by, now);
    }

    /** The only contact here is about another issue, whose closed ticket is {@code previous}, or null. */
    public void takeIssue(ContactArrival contact, Ticket previous, String why, Actor by, Instant now) {
        var event = new TicketEvent.IssueChanged(contact.contactId(), issueId, customerId, why);
        relatedIssueId = issueId;
        issueId = contact.issueId();
        customerId = contact.customerId();
        previousTicketId = previous == null ? previousTicketId : previous.id();
        happened(event, by, now);
    }

    /** The customer is to be forgotten: what the ticket itself says of them goes. */
    public void erase(UUID actId, Actor by, Instant now) {
        subject = ERASED;
        customerName = ERASED;
        ratingComment = null;
        happened(new TicketEvent.CustomerErased(actId), by, now);
    }

    private void refuseWhenClosed(String asked) {
        if (status == TicketStatus.CLOSED) {
            throw new IllegalMoveException(status, asked);
        }
    }

    @Override
    public TicketState state() {
        return new TicketState(number, issueId, customerId, subject, status, queue, owner, priority, openedAt);
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
        return rating == null ? null : new TicketEvent.Rated(rating, ratingComment, ratedResolution);
    }

    public UUID previousTicketId() {
        return previousTicketId;
    }

    public UUID relatedIssueId() {
        return relatedIssueId;
    }

    /** The ticket that took this one's place, or null. */
    public UUID mergedIntoTicketId() {
        return mergedIntoTicketId;
    }
}
