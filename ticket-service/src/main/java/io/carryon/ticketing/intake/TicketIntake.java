package io.carryon.ticketing.intake;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumbers;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes recognized contacts a part of their issues' tickets: of the open one, or of a new one. The inbox rows, the
 * tickets, the entries and the log of a batch are one transaction, so a redelivery finds everything done or nothing. The
 * number of statements does not grow with the batch: what is read is read at once, what is written is written in
 * batches of one table each.
 */
@ApplicationScoped
public class TicketIntake {

    private static final String CONSUMER = "contact.recognized";

    private final Inbox inbox;
    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final Routing routing;
    private final Conversation conversation;
    private final ContactEntries entries;
    private final TicketLog log;
    private final ContactToTicketTime time;

    TicketIntake(
            Inbox inbox,
            Tickets tickets,
            TicketNumbers numbers,
            Routing routing,
            Conversation conversation,
            ContactEntries entries,
            TicketLog log,
            ContactToTicketTime time) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.numbers = numbers;
        this.routing = routing;
        this.conversation = conversation;
        this.entries = entries;
        this.log = log;
        this.time = time;
    }

    /**
     * Takes a batch in order, all of it or nothing; fails when a competitor opened the ticket of one of its issues a
     * moment before, and works when repeated.
     */
    void take(List<Arrived<RecognizedContact>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The contact, its customer or its issue is not complete");
        }
        QuarkusTransaction.requiringNew()
                .call(() -> takeOnce(events))
                .forEach(event -> time.record(event.data().contact()));
    }

    private List<Arrived<RecognizedContact>> takeOnce(List<Arrived<RecognizedContact>> events) {
        var fresh = inbox.firstSeen(CONSUMER, events);
        if (fresh.isEmpty()) {
            return fresh;
        }
        var arrivals =
                fresh.stream().map(event -> entries.arrival(event.data())).toList();
        var issues = new IssueTickets(tickets.lockedLatestOfIssues(arrivals.stream()
                .flatMap(arrival ->
                        Stream.of(arrival, arrival.onAnIssueOfItsOwn()).map(ContactArrival::issueId))
                .distinct()
                .toList()));
        var said = new ArrayList<Entry>();
        var happened = new ArrayList<LoggedEvent>();
        for (var i = 0; i < fresh.size(); i++) {
            var event = fresh.get(i);
            var ticket = issues.join(arrivals.get(i), (contact, closed) -> opened(contact, hint(event.data()), closed));
            said.add(Entry.contact(ticket.id(), ticket.revision(), entries.said(event.data())));
            happened.addAll(log.happened(ticket, event.correlation()));
        }
        // Stored last, as they are after their last contact, and their entries after them.
        tickets.storeNew(issues.opened());
        conversation.storeContacts(said);
        log.append(happened);
        return fresh;
    }

    private static String hint(RecognizedContact event) {
        var phone = event.contact().phone();
        return phone == null ? null : phone.path("queueHint").textValue();
    }

    private Ticket opened(ContactArrival contact, String hint, Ticket closed) {
        return Ticket.open(
                Generators.timeBasedEpochGenerator().generate(),
                numbers.next(),
                contact,
                routing.queueFor(contact, hint),
                closed);
    }
}
