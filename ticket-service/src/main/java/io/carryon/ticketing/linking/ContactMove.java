package io.carryon.ticketing.linking;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.AgentCalls;
import io.carryon.ticketing.callbacks.CallbackRequests;
import io.carryon.ticketing.conversation.EntryMoves;
import io.carryon.ticketing.facts.IssueContacts;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketNumbers;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Brings a contact to the ticket of the issue it is about, with all that was said in it and replied to it: to the
 * issue's open ticket; else to the issue's ticket that it had left empty, which is open again under the number its
 * customer knows; else its own ticket becomes the issue's when nobody else is on it; else to a new ticket. A ticket that
 * is left empty is closed, and what is left on it, such as notes, goes along: staff find all in one place, and whatever
 * names the old ticket leads there.
 */
@ApplicationScoped
class ContactMove {

    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final EntryMoves entries;
    private final IssueContacts facts;
    private final IssueRoutes routes;
    private final CallbackRequests callbacks;
    private final AgentCalls calls;
    private final Colleagues colleagues;
    private final TicketLog log;
    private final Clock clock;

    ContactMove(
            Tickets tickets,
            TicketNumbers numbers,
            EntryMoves entries,
            IssueContacts facts,
            IssueRoutes routes,
            CallbackRequests callbacks,
            AgentCalls calls,
            Colleagues colleagues,
            TicketLog log,
            Clock clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.entries = entries;
        this.facts = facts;
        this.routes = routes;
        this.callbacks = callbacks;
        this.calls = calls;
        this.colleagues = colleagues;
        this.log = log;
        this.clock = clock;
    }

    /** Does what the word says, in the caller's transaction; false when the contact is not here yet. */
    boolean carryOut(LinkAct act) {
        var around = tickets.lockedAround(act.contactId(), act.issueId());
        var homes = around.stream()
                .filter(ticket ->
                        !entries.ofContact(ticket.id(), act.contactId()).isEmpty())
                .toList();
        if (homes.isEmpty()) {
            return false;
        }
        var latest = around.stream()
                .filter(ticket -> ticket.state().issueId().equals(act.issueId()))
                .max(Comparator.comparing(ContactMove::isOpen)
                        .thenComparing(ticket -> ticket.state().openedAt()));
        var elsewhere = homes.stream()
                .filter(ticket -> !ticket.state().issueId().equals(act.issueId()))
                .toList();
        if (!elsewhere.isEmpty()) {
            bring(act, elsewhere, latest.orElse(null));
        }
        return true;
    }

    private void bring(LinkAct act, List<Ticket> homes, Ticket latest) {
        routes.returnTo(act.issueId());
        var happened = new ArrayList<LoggedEvent>();
        var only = homes.getFirst();
        if (latest != null && (isOpen(latest) || wasLeft(latest, homes, act.contactId()))) {
            homes.forEach(home -> happened.addAll(move(act, home, latest)));
        } else if (homes.size() == 1 && entries.isAlone(only.id(), act.contactId())) {
            var before = only.state().issueId();
            only.takeIssue(contact(act, homes), latest, act.why(), act.by(), clock.instant());
            tickets.flush();
            routes.lead(only.id(), before, act.issueId());
            happened.addAll(log.happened(only, act.correlation()));
        } else {
            var own = ownTicket(act, homes, latest);
            homes.forEach(home -> happened.addAll(move(act, home, own)));
        }
        log.append(happened);
    }

    private List<LoggedEvent> move(LinkAct act, Ticket from, Ticket to) {
        var now = clock.instant();
        var emptied = entries.isAlone(from.id(), act.contactId());
        var moving = emptied ? entries.all(from.id()) : entries.ofContact(from.id(), act.contactId());
        var was = from.state();
        var first = to.position() + 1;
        var speaking = calls.speakingIn(act.contactId());
        to.moveIn(
                new TicketEvent.ContactMovedIn(
                        act.contactId(), moving, from.id(), was.number(), was.issueId(), act.why()),
                was.status() == TicketStatus.NEW || was.status() == TicketStatus.OPEN,
                speaking.isPresent(),
                act.by(),
                now);
        speaking.ifPresent(agent -> own(act, to, agent));
        from.reported(
                new TicketEvent.ContactMovedOut(
                        act.contactId(), to.id(), to.state().number(), act.issueId(), act.why()),
                act.by(),
                now);
        if (emptied) {
            from.mergeInto(to, "Continued on ticket " + to.state().number(), act.by(), now);
        }
        tickets.flush();
        entries.move(moving, to.id(), first);
        callbacks.keepOne(to);
        tickets.leadBack(act.issueId(), act.contactId(), from.id(), to.id());
        if (emptied) {
            routes.lead(from.id(), was.issueId(), act.issueId());
        }
        // Told in this order, so that nobody hears of a closed ticket before they hear where its contact went.
        var happened = new ArrayList<>(log.happened(to, act.correlation()));
        happened.addAll(log.happened(from, act.correlation()));
        return happened;
    }

    /** Who speaks with the customer works on the ticket that the call is on, wherever it came to be. */
    private void own(LinkAct act, Ticket ticket, String agent) {
        var state = ticket.state();
        if (state.owner() == null && isOpen(ticket) && colleagues.maySee(agent, state.queue())) {
            ticket.assign(agent, state.queue(), act.by(), clock.instant());
        }
    }

    private Ticket ownTicket(LinkAct act, List<Ticket> homes, Ticket previous) {
        var home = homes.stream().max(Comparator.comparing(ContactMove::isOpen)).orElseThrow();
        var own = Ticket.open(
                Generators.timeBasedEpochGenerator().generate(),
                numbers.next(),
                contact(act, homes),
                home.state().queue(),
                previous,
                act.by());
        // Managed, unlike the intake's: the moves that follow change it.
        tickets.persistAndFlush(own);
        return own;
    }

    private ContactArrival contact(LinkAct act, List<Ticket> homes) {
        var home = homes.getFirst();
        var beginning = entries.beginning(homes.stream().map(Ticket::id).toList(), act.contactId());
        var customer = facts.customerOf(act.contactId())
                .orElseGet(() -> act.customerId() == null ? home.state().customerId() : act.customerId());
        return new ContactArrival(
                act.contactId(),
                beginning.entryId(),
                beginning.channel(),
                customer,
                Set.of(customer),
                beginning.customerName() == null ? home.customerName() : beginning.customerName(),
                act.issueId(),
                home.state().issueId(),
                beginning.subject() == null ? home.state().subject() : beginning.subject(),
                null,
                null,
                null,
                false,
                false,
                clock.instant());
    }

    /** Whether the ticket was closed because the contact, which began there, went to where it is now. */
    private boolean wasLeft(Ticket ticket, List<Ticket> homes, UUID contactId) {
        return homes.stream().anyMatch(home -> home.id().equals(ticket.mergedIntoTicketId()))
                && log.tells(ticket.id(), contactId);
    }

    private static boolean isOpen(Ticket ticket) {
        return ticket.state().status() != TicketStatus.CLOSED;
    }
}
