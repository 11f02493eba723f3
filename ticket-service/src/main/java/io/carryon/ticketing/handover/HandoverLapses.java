package io.carryon.ticketing.handover;

import io.carryon.ticketing.outbox.LogConsequence;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.OwnershipEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;

/** An offer that is open when its ticket goes to somebody in another way, or is closed, lapses, and that is told. */
@ApplicationScoped
class HandoverLapses implements LogConsequence {

    private final HandoverStore handovers;
    private final Recipients recipients;

    HandoverLapses(HandoverStore handovers, Recipients recipients) {
        this.handovers = handovers;
        this.recipients = recipients;
    }

    @Override
    public void follow(Collection<Ticket> tickets) {
        var ends = new HashMap<UUID, Happening>();
        tickets.forEach(ticket -> ticket.happenings().stream()
                .filter(HandoverLapses::endsOffers)
                .findFirst()
                .ifPresent(end -> ends.put(ticket.id(), end)));
        if (ends.isEmpty()) {
            return;
        }
        var open = handovers.open(ends.keySet());
        tickets.stream()
                .filter(ticket -> open.containsKey(ticket.id()))
                .forEach(ticket -> lapse(ticket, open.get(ticket.id()), ends.get(ticket.id())));
    }

    private void lapse(Ticket ticket, Handover open, Happening end) {
        var lapsed = open.settled(Handover.State.LAPSED, null, null, end.at());
        handovers.settle(lapsed);
        ticket.reported(
                new OwnershipEvent.HandoverSettled(
                        lapsed.id(),
                        lapsed.giver(),
                        lapsed.offeredBy(),
                        lapsed.state().name(),
                        recipients.of(lapsed.to(), lapsed.giver())),
                Actor.SYSTEM,
                end.at());
    }

    /** What nobody owned was offered by nobody: then nothing is looked up. */
    private static boolean endsOffers(Happening happening) {
        return switch (happening.event()) {
            case TicketEvent.Assigned assigned -> assigned.ownerBefore() != null;
            case TicketEvent.StatusChanged changed -> changed.to() == TicketStatus.CLOSED;
            case TicketEvent.Merged merged -> true;
            default -> false;
        };
    }
}
