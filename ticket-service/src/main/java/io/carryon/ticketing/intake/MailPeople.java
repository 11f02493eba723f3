package io.carryon.ticketing.intake;

import io.carryon.ticketing.conversation.ContactOrigin;
import io.carryon.ticketing.linking.IssueRoutes;
import io.carryon.ticketing.participants.MailAddress;
import io.carryon.ticketing.participants.Named;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.participants.Participants.Sender;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom mails are sent to beside us: they take part in the ticket, and their answers join it. Recognition knows customers
 * only and gives such an answer an issue of its own, related to the one that it names.
 */
@ApplicationScoped
class MailPeople {

    /** A longer one is no name. */
    private static final int LONGEST_NAME = 200;

    private final Participants participants;
    private final IssueRoutes routes;

    MailPeople(Participants participants, IssueRoutes routes) {
        this.participants = participants;
        this.routes = routes;
    }

    /** The contacts, those of participants about the issue they name; asks nothing where none names another's. */
    List<ContactArrival> lead(List<ContactArrival> arrivals, Map<UUID, RecognizedContact> events) {
        var naming = arrivals.stream()
                .filter(arrival -> arrival.relatedIssueId() != null)
                .flatMap(arrival -> sender(arrival, arrival.relatedIssueId(), events).stream())
                .toList();
        var known = participants.inIssues(naming);
        if (known.isEmpty()) {
            return arrivals;
        }
        // Also what else they wrote by then: recognition puts it to the issue it gave them.
        var ways = new HashMap<UUID, UUID>();
        arrivals.stream()
                .filter(arrival -> known.contains(arrival.contactId()))
                .forEach(arrival -> ways.put(arrival.issueId(), arrival.relatedIssueId()));
        return arrivals.stream()
                .map(arrival ->
                        ways.containsKey(arrival.issueId()) ? arrival.about(ways.get(arrival.issueId())) : arrival)
                .toList();
    }

    /** The contacts from those who take part in the ticket of their issue without being its customer. */
    Set<UUID> among(List<ContactArrival> arrivals, Collection<Ticket> found, Map<UUID, RecognizedContact> events) {
        var tickets = new HashMap<UUID, Ticket>();
        found.forEach(ticket -> tickets.put(ticket.state().issueId(), ticket));
        return participants.onTickets(arrivals.stream()
                .filter(arrival -> tickets.containsKey(arrival.issueId()))
                .filter(arrival -> !arrival.group()
                        .contains(tickets.get(arrival.issueId()).state().customerId()))
                .flatMap(arrival ->
                        sender(arrival, tickets.get(arrival.issueId()).id(), events).stream())
                .toList());
    }

    /** What else comes to the issue that recognition gave the participant's mail comes to the ticket, too. */
    void follow(RecognizedContact event, Ticket ticket) {
        routes.leadIfFree(event.issue().id(), ticket.state().issueId());
    }

    /** Everybody else whom a mail was sent to, whoever is named twice once. */
    void name(List<Written> mails) {
        var people = new LinkedHashMap<String, Named>();
        mails.stream()
                .flatMap(MailPeople::named)
                .forEach(named -> people.merge(
                        named.ticketId() + " " + named.address(),
                        named,
                        (first, again) -> first.trusted() || !again.trusted() ? first : again));
        participants.name(List.copyOf(people.values()));
    }

    /** A contact that stands on a ticket now. */
    record Written(RecognizedContact event, Ticket ticket) {}

    private static Stream<Named> named(Written contact) {
        return switch (contact.event().contact().channel()) {
            case EMAIL -> addressees(contact);
            case CHAT, PORTAL -> claimant(contact);
            default -> Stream.empty();
        };
    }

    /**
     * Answers that are not read in the chat or the request go to the address given there: what comes back from it belongs
     * to the ticket. Nothing else follows from an address that anybody could have given.
     */
    private static Stream<Named> claimant(Written written) {
        var contact = written.event().contact();
        return handles(contact.sender().handles())
                .filter(handle -> "mailto".equals(handle.kind()) && "claimed".equals(handle.verification()))
                .flatMap(handle -> MailAddress.ofPerson(handle.value()).stream())
                .map(address -> new Named(
                        written.ticket().id(),
                        address,
                        cut(contact.sender().name()),
                        true,
                        contact.contactId(),
                        contact.occurredAt()));
    }

    private static Stream<Named> addressees(Written mail) {
        var contact = mail.event().contact();
        if (contact.participants() == null) {
            return Stream.empty();
        }
        var own = own(mail.event());
        var trusted = handles(contact.sender().handles())
                .limit(1)
                .anyMatch(handle -> "verified".equals(handle.verification()));
        return contact.participants().stream()
                .flatMap(addressee -> MailAddress.ofPerson(addressee.address())
                        .filter(address -> !own.contains(address))
                        .map(address -> new Named(
                                mail.ticket().id(),
                                address,
                                cut(addressee.name()),
                                trusted,
                                contact.contactId(),
                                contact.occurredAt()))
                        .stream());
    }

    private static String cut(String name) {
        return name == null || name.length() <= LONGEST_NAME ? name : null;
    }

    private static Set<String> own(RecognizedContact event) {
        return Stream.concat(
                        handles(event.contact().sender().handles()),
                        handles(event.customer().handles()))
                .flatMap(handle -> MailAddress.of(handle.value()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<ContactOrigin.Handle> handles(List<ContactOrigin.Handle> handles) {
        return handles == null ? Stream.empty() : handles.stream();
    }

    private static Optional<Sender> sender(ContactArrival arrival, UUID place, Map<UUID, RecognizedContact> events) {
        return handles(events.get(arrival.contactId()).contact().sender().handles())
                .filter(handle -> arrival.channel() == Channel.EMAIL)
                .limit(1)
                .flatMap(handle -> MailAddress.of(handle.value()).stream())
                .map(address -> new Sender(arrival.contactId(), place, address))
                .findFirst();
    }
}
