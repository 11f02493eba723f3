package io.carryon.ticketing.structure;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.linking.LinkAct;
import io.carryon.ticketing.linking.LinkIntake;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Staff make a ticket of its own of some contacts of a ticket, which were about something else. The contacts go to a new
 * issue as any contact does whose issue staff correct: with what was said in them and replied to them.
 */
@ApplicationScoped
class Splitting {

    private static final int MOST_CONTACTS = 1000;

    private final NamedTickets named;
    private final Tickets tickets;
    private final Splits splits;
    private final LinkIntake links;
    private final EntityManager database;
    private final Clock clock;

    Splitting(
            NamedTickets named, Tickets tickets, Splits splits, LinkIntake links, EntityManager database, Clock clock) {
        this.named = named;
        this.tickets = tickets;
        this.splits = splits;
        this.links = links;
        this.database = database;
        this.clock = clock;
    }

    /** Splits in the caller's transaction and answers the new ticket. */
    Ticket split(UUID id, String ifMatch, List<UUID> contacts, Actor by) {
        var ticket = named.locked(id, ifMatch);
        var present = splits.contactsOn(id, MOST_CONTACTS);
        for (var at = 0; at < contacts.size(); at++) {
            if (!present.contains(contacts.get(at))) {
                throw ProblemException.invalid("/contactIds/" + at, "must be a contact of this ticket");
            }
        }
        if (contacts.containsAll(present)) {
            throw ProblemException.conflict("nothing-left", "At least one contact has to stay on the ticket.");
        }
        var issue = Generators.timeBasedEpochGenerator().generate();
        var from = ticket.state().issueId();
        contacts.forEach(contact -> move(contact, issue, "SPLIT", by));
        var made = tickets.ofIssue(issue).getFirst();
        splits.store(new Splits.Split(made.id(), id, issue, from), by.id(), clock.instant());
        return fresh(made.id());
    }

    /** Brings back all contacts of the ticket in the caller's transaction, and answers where they are. */
    Ticket undo(UUID id, String ifMatch, Actor by) {
        var split = splits.of(id)
                .orElseThrow(() -> ProblemException.conflict("not-split", "The ticket is no part of another one."));
        var both = LockedTickets.of(tickets, id, split.fromTicketId());
        var ticket = both.named(id);
        Revision.require(ifMatch, "ticket", ticket.revision());
        var home = both.named(split.fromTicketId());
        var same = home.state().issueId().equals(split.fromIssueId())
                && ticket.state().issueId().equals(split.issueId());
        if (!same || home.state().status() == TicketStatus.CLOSED) {
            throw ProblemException.conflict(
                    "cannot-go-back",
                    "Ticket %s, where it came from, is closed or about something else by now; open it, or merge the tickets."
                            .formatted(home.state().number()));
        }
        splits.contactsOn(id, MOST_CONTACTS).forEach(contact -> move(contact, split.fromIssueId(), "SPLIT_UNDONE", by));
        splits.undone(id, clock.instant());
        return fresh(home.id());
    }

    private void move(UUID contact, UUID issue, String why, Actor by) {
        links.take(new LinkAct(
                Generators.timeBasedEpochGenerator().generate().toString(),
                contact,
                issue,
                null,
                why,
                by,
                clock.instant(),
                null));
    }

    private Ticket fresh(UUID id) {
        tickets.flush();
        database.refresh(tickets.findById(id));
        return tickets.findById(id);
    }
}
