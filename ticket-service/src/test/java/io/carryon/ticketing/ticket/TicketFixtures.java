package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tickets and contacts in the words of the domain. */
final class TicketFixtures {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UUID MARIA = UUID.randomUUID();
    static final Actor ADA = Actor.staff("agent-1", "Ada");

    private TicketFixtures() {}

    static ContactArrival contactAbout(UUID issueId) {
        return contactAbout(issueId, false);
    }

    static ContactArrival thanksAbout(UUID issueId) {
        return contactAbout(issueId, true);
    }

    private static ContactArrival contactAbout(UUID issueId, boolean thanks) {
        return new ContactArrival(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.EMAIL,
                MARIA,
                Set.of(MARIA),
                "Maria Weber",
                issueId,
                null,
                "Invoice",
                MORNING,
                null,
                null,
                false,
                thanks,
                MORNING);
    }

    static Ticket newTicket() {
        return Ticket.open(
                UUID.randomUUID(), TicketNumber.ofSerial(10_000), contactAbout(UUID.randomUUID()), "support", null);
    }

    static Ticket ticketThatIs(TicketStatus status) {
        var ticket = newTicket();
        ticket.changeStatus(
                new TicketEvent.StatusChanged(TicketStatus.NEW, status, null, null, null, null, null, null),
                ADA,
                MORNING);
        ticket.takeHappenings();
        return ticket;
    }

    static TicketEvent.Replied reply() {
        return new TicketEvent.Replied(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.EMAIL,
                "support",
                new TicketEvent.Address("mailto", "maria@example.org", "Maria"),
                "Re: Invoice",
                "Corrected.",
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }
}
