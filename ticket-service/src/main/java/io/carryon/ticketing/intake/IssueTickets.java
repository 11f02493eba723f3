package io.carryon.ticketing.intake;

import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The tickets of a batch's issues: contacts join the open one or open a new one, in their order. */
final class IssueTickets {

    /** Makes the ticket of a contact; the second is the issue's closed ticket, or null. */
    @FunctionalInterface
    interface Opening {

        Ticket open(ContactArrival contact, Ticket closed);
    }

    /** Ends a ticket that a contact is too late for. */
    @FunctionalInterface
    interface Closing {

        void close(Ticket ticket, Instant at);
    }

    private final Map<UUID, UUID> survivors;
    private final Map<UUID, Ticket> latest = new HashMap<>();
    private final List<Ticket> opened = new ArrayList<>();
    private final Set<UUID> ofParticipants = new HashSet<>();
    private final Set<UUID> participants;
    private final FollowUps.Rule rule;
    private final Closing closing;

    /**
     * @param found the open ticket or the latest closed one of each issue
     * @param survivors whom customers who were merged are shown as
     * @param participants contacts whose senders take part in the ticket of another customer
     * @param rule what becomes of contacts on tickets that are done
     */
    IssueTickets(
            Collection<Ticket> found,
            Map<UUID, UUID> survivors,
            Set<UUID> participants,
            FollowUps.Rule rule,
            Closing closing) {
        this.survivors = survivors;
        this.participants = participants;
        this.rule = rule;
        this.closing = closing;
        found.forEach(ticket -> latest.put(ticket.state().issueId(), ticket));
    }

    /** Joins the issue's open ticket, or one that it opens again, or the one that is opened now. */
    Ticket join(ContactArrival arrival, Opening opening) {
        var contact = arrival;
        if (belongsToAnother(arrival)) {
            var others = latest.get(arrival.issueId());
            if (participants.contains(arrival.contactId()) && rule.joins(arrival, others)) {
                others.addContactOfParticipant(arrival);
                ofParticipants.add(arrival.contactId());
                return others;
            }
            contact = arrival.onAnIssueOfItsOwn();
        }
        var ticket = latest.get(contact.issueId());
        if (ticket != null && rule.joins(contact, ticket)) {
            ticket.addContact(contact);
            return ticket;
        }
        if (ticket != null) {
            closing.close(ticket, contact.at());
        }
        var next = opening.open(contact, ticket);
        latest.put(contact.issueId(), next);
        opened.add(next);
        return next;
    }

    /** Whether a contact has joined another customer's ticket, where its sender takes part. */
    boolean isOfParticipant(ContactArrival arrival) {
        return ofParticipants.contains(arrival.contactId());
    }

    /** New tickets, to be stored after the last contact has joined. */
    List<Ticket> opened() {
        return opened;
    }

    /** Whoever names the issue of another customer sees nothing of it and adds nothing to it. */
    private boolean belongsToAnother(ContactArrival arrival) {
        return Optional.ofNullable(latest.get(arrival.issueId()))
                .filter(ticket -> !isOneCustomer(arrival, ticket.state().customerId()))
                .isPresent();
    }

    /** Merged customers are one, by what is known here or by what recognition knew already. */
    private boolean isOneCustomer(ContactArrival arrival, UUID owner) {
        return Stream.of(owner, survivor(owner))
                .anyMatch(either -> arrival.group().contains(either) || either.equals(survivor(arrival.customerId())));
    }

    private UUID survivor(UUID customer) {
        return survivors.getOrDefault(customer, customer);
    }
}
