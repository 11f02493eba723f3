package io.carryon.ticketing.intake;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.calls.CallFollowing;
import io.carryon.ticketing.calls.CallOffers;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.customers.CustomerGroups;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.linking.IssueRoutes;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Offer;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumbers;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final IssueRoutes routes;
    private final CustomerGroups groups;
    private final TicketNumbers numbers;
    private final Routing routing;
    private final Conversation conversation;
    private final ContactEntries entries;
    private final CallOffers calls;
    private final CallFollowing following;
    private final FollowUps followUps;
    private final MergedTickets merged;
    private final MailPeople people;
    private final StaffMails staff;
    private final TicketLog log;
    private final ContactToTicketTime time;

    TicketIntake(
            Inbox inbox,
            Tickets tickets,
            IssueRoutes routes,
            CustomerGroups groups,
            TicketNumbers numbers,
            Routing routing,
            Conversation conversation,
            ContactEntries entries,
            CallOffers calls,
            CallFollowing following,
            FollowUps followUps,
            MergedTickets merged,
            MailPeople people,
            StaffMails staff,
            TicketLog log,
            ContactToTicketTime time) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.routes = routes;
        this.groups = groups;
        this.numbers = numbers;
        this.routing = routing;
        this.conversation = conversation;
        this.entries = entries;
        this.calls = calls;
        this.following = following;
        this.followUps = followUps;
        this.merged = merged;
        this.people = people;
        this.staff = staff;
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
        var byStaff = staff.among(fresh);
        var acting =
                byStaff.stream().map(mail -> mail.event().contact().entryId()).collect(Collectors.toSet());
        join(fresh.stream()
                .filter(event -> !acting.contains(event.data().contact().entryId()))
                .toList());
        // Others' words first: an answer of staff was written after them.
        byStaff.forEach(staff::act);
        return fresh;
    }

    private void join(List<Arrived<RecognizedContact>> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var data = fresh.stream()
                .map(Arrived::data)
                .collect(Collectors.toMap(
                        event -> event.contact().contactId(), event -> event, (first, later) -> first));
        var recognized = people.lead(
                fresh.stream().map(event -> entries.arrival(event.data())).toList(), data);
        var found = locked(recognized);
        // Asked for once the tickets are locked: a contact or an issue moves under its ticket's lock.
        var routed = routed(recognized);
        var there = routed.equals(recognized) ? found : locked(routed);
        var arrivals = merged.lead(routed, there);
        var theirs = arrivals.equals(routed) ? there : locked(arrivals);
        var closed = new ArrayList<Ticket>();
        var survivors = survivors(arrivals, theirs);
        var participants = people.among(arrivals, theirs, data);
        var issues = new IssueTickets(theirs, survivors, participants, followUps.of(theirs), (ticket, at) -> {
            followUps.closeForGood(ticket, at);
            closed.add(ticket);
        });
        var said = new ArrayList<Entry>();
        var joined = new ArrayList<Joined>();
        var notes = new ArrayList<Entry>();
        var written = new ArrayList<MailPeople.Written>();
        for (var i = 0; i < fresh.size(); i++) {
            var event = fresh.get(i);
            var ticket = issues.join(arrivals.get(i), (contact, last) -> opened(contact, hint(event.data()), last));
            var isOfCustomer = !issues.isOfParticipant(arrivals.get(i));
            if (!isOfCustomer) {
                people.follow(event.data(), ticket);
            }
            said.add(Entry.contact(ticket.id(), ticket.position(), entries.said(event.data(), isOfCustomer)));
            notes.addAll(entries.notes(event.data(), ticket));
            written.add(new MailPeople.Written(event.data(), ticket));
            joined.add(new Joined(event, ticket.state(), ticket.takeHappenings()));
        }
        // Stored last, as they are after their last contact, and their entries after them.
        tickets.storeNew(issues.opened());
        conversation.storeContacts(said);
        conversation.persist(notes);
        people.name(written);
        var taken = calls.take(joined.stream()
                .flatMap(one -> IncomingCalls.of(one.event().data(), one.ticket()).stream())
                .toList());
        log.append(log.happened(closed, null));
        log.append(offered(joined, taken.offers()));
        following.follow(taken.early());
    }

    /** The events that tie calls to their tickets say to whom they are offered. */
    private List<LoggedEvent> offered(List<Joined> joined, Map<UUID, Offer> offers) {
        return joined.stream()
                .flatMap(one -> log.logged(one.with(offers), one.event().correlation()).stream())
                .toList();
    }

    /** A contact that has joined a ticket, and what happened to the ticket with it. */
    private record Joined(Arrived<RecognizedContact> event, TicketState ticket, List<Happening> happenings) {

        List<Happening> with(Map<UUID, Offer> offers) {
            var contact = event.data().contact();
            var offer = contact.sequence() == 0 ? offers.get(contact.contactId()) : null;
            return offer == null
                    ? happenings
                    : happenings.stream()
                            .map(happening -> happening.offered(offer))
                            .toList();
        }
    }

    private List<Ticket> locked(List<ContactArrival> arrivals) {
        return tickets.lockedLatestOfIssues(arrivals.stream()
                .flatMap(arrival ->
                        Stream.of(arrival, arrival.onAnIssueOfItsOwn()).map(ContactArrival::issueId))
                .distinct()
                .toList());
    }

    private List<ContactArrival> routed(List<ContactArrival> arrivals) {
        var ways = routes.find(
                arrivals.stream().map(ContactArrival::contactId).distinct().toList(),
                arrivals.stream().map(ContactArrival::issueId).distinct().toList());
        return arrivals.stream()
                .map(arrival -> arrival.about(ways.of(arrival.contactId(), arrival.issueId())))
                .toList();
    }

    /** Most contacts come from the very customer their issue's ticket belongs to: then nobody is asked for. */
    private Map<UUID, UUID> survivors(List<ContactArrival> arrivals, List<Ticket> found) {
        var owners = found.stream().map(ticket -> ticket.state().customerId()).collect(Collectors.toSet());
        var senders = arrivals.stream().map(ContactArrival::customerId).collect(Collectors.toSet());
        return senders.containsAll(owners)
                ? Map.of()
                : groups.survivorsOf(Stream.concat(owners.stream(), senders.stream())
                        .distinct()
                        .toList());
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
