package io.carryon.ticketing.work;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Staff say how long they worked on a ticket; what was wrong is taken back, not changed. */
@ApplicationScoped
class TicketTime {

    /** Who books later does not remember. */
    private static final Duration LATEST = Duration.ofDays(366);

    private final NamedTickets tickets;
    private final WorkRows rows;
    private final TicketLog log;
    private final Clock clock;

    TicketTime(NamedTickets tickets, WorkRows rows, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** Books minutes at a time (null: now), which must lie in the last year. */
    TimeEntry spend(UUID ticketId, int minutes, Instant workedAt, String note, Actor by) {
        var ticket = tickets.locked(ticketId);
        var now = clock.instant();
        var at = workedAt == null ? now : workedAt;
        if (at.isAfter(now) || at.isBefore(now.minus(LATEST))) {
            throw ProblemException.invalid("/workedAt", "must lie in the past, within a year");
        }
        var id = Generators.timeBasedEpochGenerator().generate();
        var time = new TimeEntry(id, by.id(), by.name(), minutes, at, note);
        rows.spend(ticketId, time);
        ticket.reported(new StructureEvent.TimeSpent(id, minutes, at, note, false), by, now);
        log.append(ticket);
        return time;
    }

    /** Takes a booking back: one's own, or anybody's for a supervisor; 403 otherwise. */
    void takeBack(UUID ticketId, UUID timeId, Actor by, boolean anybodys) {
        var ticket = tickets.locked(ticketId);
        var time = rows.time(ticketId, timeId)
                .orElseThrow(() -> ProblemException.notFound("This ticket has no such booking."));
        if (!anybodys && !time.staff().equals(by.id())) {
            throw ProblemException.of(
                    403, "not-yours", "That is somebody else's", "Only a supervisor takes back what others booked.");
        }
        var now = clock.instant();
        rows.takeBack(timeId, now);
        ticket.reported(
                new StructureEvent.TimeSpent(timeId, time.minutes(), time.workedAt(), time.note(), true), by, now);
        log.append(ticket);
    }
}
