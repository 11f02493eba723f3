package io.carryon.ticketing.intake;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumbers;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Makes a recognized contact a part of its issue's ticket: of the open one, or of a new one. The inbox row, the ticket,
 * the entry and the log are one transaction, so a redelivery finds everything done or nothing.
 */
@ApplicationScoped
public class TicketIntake {

    private final Inbox inbox;
    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final Routing routing;
    private final Conversation conversation;
    private final ContactEntries entries;
    private final TicketLog log;
    private final ContactToTicketTime time;
    private final Clock clock;

    TicketIntake(
            Inbox inbox,
            Tickets tickets,
            TicketNumbers numbers,
            Routing routing,
            Conversation conversation,
            ContactEntries entries,
            TicketLog log,
            ContactToTicketTime time,
            Clock clock) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.numbers = numbers;
        this.routing = routing;
        this.conversation = conversation;
        this.entries = entries;
        this.log = log;
        this.time = time;
        this.clock = clock;
    }

    /** Takes the contact; fails when a competitor opened the issue's ticket a moment before, and works when repeated. */
    void take(String eventId, RecognizedContact event) {
        if (!event.isComplete()) {
            throw new UnreadableEventException("The contact, its customer or its issue is not complete");
        }
        if (QuarkusTransaction.requiringNew().call(() -> takeOnce(eventId, event))) {
            time.record(event.contact());
        }
    }

    private boolean takeOnce(String eventId, RecognizedContact event) {
        if (!inbox.isNew(eventId)) {
            return false;
        }
        var arrival = arrival(event);
        var latest = tickets.lockedLatestOfIssue(arrival.issueId());
        var open = latest.filter(ticket -> ticket.state().status() != TicketStatus.CLOSED);
        open.ifPresent(ticket -> ticket.addContact(arrival));
        var ticket = open.orElseGet(() -> opened(arrival, event, latest.orElse(null)));
        conversation.persist(Entry.contact(ticket.id(), ticket.revision(), entries.said(event)));
        log.append(ticket);
        return true;
    }

    private Ticket opened(ContactArrival arrival, RecognizedContact event, Ticket closed) {
        var phone = event.contact().phone();
        var hint = phone == null ? null : phone.path("queueHint").textValue();
        var ticket = Ticket.open(
                Generators.timeBasedEpochGenerator().generate(),
                numbers.next(),
                arrival,
                routing.queueFor(arrival, hint),
                closed);
        tickets.persist(ticket);
        return ticket;
    }

    private ContactArrival arrival(RecognizedContact event) {
        var contact = event.contact();
        return new ContactArrival(
                contact.contactId(),
                contact.entryId(),
                contact.channel(),
                event.customer().id(),
                event.customer().name() == null
                        ? contact.sender().name()
                        : event.customer().name(),
                event.issue().id(),
                event.issue().relatedIssueId(),
                Subjects.of(contact),
                clock.instant());
    }
}
