package io.carryon.ticketing.acts;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.ticket.WaitingEvent;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What each act makes of its ticket, which is locked. */
@ApplicationScoped
class ActEffects {

    private static final String HANDOFF = "handoff";
    private static final String CLOSED = "closed";
    private static final String REOPENED = "reopened";
    private static final String RATED = "rated";

    private final TicketWorkflow workflow;
    private final Tickets tickets;
    private final Clock clock;

    ActEffects(TicketWorkflow workflow, Tickets tickets, Clock clock) {
        this.workflow = workflow;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Whose issue is worked on at another ticket by now gets a person, or is opened again, there. */
    Ticket ticketFor(CustomerActed act, Ticket home) {
        var opens = HANDOFF.equals(act.act()) || REOPENED.equals(act.act());
        return opens && workflow.isSurpassed(home)
                ? tickets.lockedLatestOfIssues(List.of(home.state().issueId())).getFirst()
                : home;
    }

    /** Carries out the act; the note that staff read of it, if there is anything new to read. */
    Optional<Entry> apply(CustomerActed act, Ticket ticket) {
        var before = ticket.revision();
        var customer = Actor.customer(ticket.state().customerId().toString(), ticket.customerName());
        var now = clock.instant();
        switch (act.act()) {
            case HANDOFF ->
                ticket.wantPerson(
                        new WaitingEvent.PersonWanted(act.contactId(), act.channel(), act.at(), act.reason()),
                        customer,
                        now);
            case CLOSED -> workflow.resolveForCustomer(ticket, act.reason(), customer);
            case REOPENED -> workflow.reopenForCustomer(ticket, act.reason(), customer);
            case RATED -> ticket.rate(rated(act, ticket), customer, now);
            default -> {}
        }
        return ticket.revision() == before && act.reason() == null
                ? Optional.empty()
                : words(act).map(words -> note(act, ticket, words));
    }

    private TicketEvent.Rated rated(CustomerActed act, Ticket ticket) {
        return new TicketEvent.Rated(act.rating().score(), act.rating().comment(), workflow.doneAt(ticket));
    }

    /** For staff, as the other notes of the system. */
    private static Optional<String> words(CustomerActed act) {
        return switch (act.act()) {
            case HANDOFF -> Optional.of(said("The customer wants to go on with a person.", act.reason()));
            case CLOSED -> Optional.of(said("The customer closed the request.", act.reason()));
            case REOPENED -> Optional.of(said("The customer opened the request again.", act.reason()));
            case RATED ->
                Optional.ofNullable(act.rating().comment())
                        .map(comment -> said(
                                "The customer gave %d of 5."
                                        .formatted(act.rating().score()),
                                comment));
            default -> Optional.empty();
        };
    }

    private static String said(String what, String words) {
        return words == null ? what : what + "\n\n" + words;
    }

    private Entry note(CustomerActed act, Ticket ticket, String words) {
        var id = Generators.timeBasedEpochGenerator().generate();
        ticket.note(new TicketEvent.Noted(id, null), Actor.SYSTEM, clock.instant());
        return Entry.act(id, ticket, act.contactId(), act.channel(), words, act.at());
    }
}
