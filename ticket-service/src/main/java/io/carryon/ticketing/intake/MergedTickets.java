package io.carryon.ticketing.intake;

import io.carryon.ticketing.structure.Merges;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Sends contacts about the issue of a merged ticket to the ticket it is worked on at. */
@ApplicationScoped
class MergedTickets {

    private final Merges merges;

    MergedTickets(Merges merges) {
        this.merges = merges;
    }

    /** The contacts, each about the issue it comes to; asks nothing where none of the issues' tickets is merged. */
    List<ContactArrival> lead(List<ContactArrival> arrivals, Collection<Ticket> latest) {
        var survivors = merges.survivorsOf(latest.stream()
                .filter(ticket -> ticket.mergedIntoTicketId() != null)
                .map(Ticket::id)
                .toList());
        if (survivors.isEmpty()) {
            return arrivals;
        }
        var ways = new HashMap<UUID, UUID>();
        latest.stream()
                .filter(ticket -> survivors.containsKey(ticket.id()))
                .forEach(ticket -> ways.put(
                        ticket.state().issueId(), survivors.get(ticket.id()).issueId()));
        return arrivals.stream()
                .map(arrival ->
                        ways.containsKey(arrival.issueId()) ? arrival.about(ways.get(arrival.issueId())) : arrival)
                .toList();
    }
}
