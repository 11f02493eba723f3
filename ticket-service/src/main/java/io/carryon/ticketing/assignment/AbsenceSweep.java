package io.carryon.ticketing.assignment;

import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.staff.Absence;
import io.carryon.ticketing.staff.Absences;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Gives away the open tickets of those who are out of office: all when it begins, and later what customers come back to.
 * They go to the substitute if one is named who is there for them, else to their queues. An absence is held by one
 * instance at a time; what a page has given away is committed with it.
 */
@ApplicationScoped
class AbsenceSweep {

    private static final int PAGE = 100;

    private static final String OPEN = """
            select id from ticketing.ticket where owner = ? and status in ('NEW', 'OPEN') order by id limit ?""";

    // What customers come back to, and what was on hold; what somebody has assigned to them since, on purpose, stays.
    private static final String COMES_BACK = """
            select t.id from (
                select * from ticketing.agent_absence
                where given_at is not null and from_at <= ? and until_at > ? offset 0) as a
            cross join lateral (
                select * from ticketing.ticket
                where owner = a.agent_id and status in ('NEW', 'OPEN') and updated_at > a.given_at offset 0) as t
            where exists (select 1 from ticketing.ticket_event e
                    where e.ticket_id = t.id and e.at > a.given_at
                    and (e.type = 'CONTACT_ADDED' or e.type = 'STATUS_CHANGED' and e.actor_kind = 'SYSTEM')
                    and not exists (select 1 from ticketing.ticket_event later where later.ticket_id = t.id
                        and later.type = 'ASSIGNED' and later.revision > e.revision))
            order by t.id limit ?""";

    private final Sql sql;
    private final Absences absences;
    private final Tickets tickets;
    private final Agents agents;
    private final Colleagues colleagues;
    private final TicketLog log;
    private final Clock clock;

    AbsenceSweep(
            DataSource database,
            Absences absences,
            Tickets tickets,
            Agents agents,
            Colleagues colleagues,
            TicketLog log,
            Clock clock) {
        this.sql = new Sql(database);
        this.absences = absences;
        this.tickets = tickets;
        this.agents = agents;
        this.colleagues = colleagues;
        this.log = log;
        this.clock = clock;
    }

    /** Gives away all there is to give away now. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void giveAway() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::ofWhoLeft);
        }
        more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::ofWhatComesBack);
        }
    }

    private boolean ofWhoLeft() {
        var now = clock.instant();
        var begun = absences.lockedThatBegan(now);
        begun.ifPresent(absence -> {
            var found = sql.list(OPEN, Sql.ID, absence.agentId(), PAGE);
            give(found, absence.agentId()::equals, now);
            if (found.size() < PAGE) {
                absences.given(absence.agentId(), now);
            }
        });
        return begun.isPresent();
    }

    private boolean ofWhatComesBack() {
        var now = clock.instant();
        var found = sql.list(COMES_BACK, Sql.ID, now, now, PAGE);
        give(found, owner -> absences.isOut(owner, now), now);
        return found.size() == PAGE;
    }

    private void give(List<UUID> ids, Predicate<String> isOut, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        var out = new HashMap<String, Boolean>();
        var left = tickets.locked(ids).stream()
                .filter(ticket -> isRunning(ticket)
                        && ticket.state().owner() != null
                        && out.computeIfAbsent(ticket.state().owner(), isOut::test))
                .toList();
        var substitutes = substitutes(left, now);
        var hidden = colleagues.hidden(substitutes.values());
        var occupied = new TreeSet<String>();
        for (var ticket : left) {
            var queue = ticket.state().queue();
            var to = Optional.ofNullable(substitutes.get(ticket.state().owner()))
                    .filter(one -> !hidden.getOrDefault(one, Set.of()).contains(queue));
            ticket.assign(to.orElse(null), queue, AssignedBy.ABSENCE, Actor.SYSTEM, now);
            to.ifPresent(occupied::add);
        }
        log.append(log.happened(left, null));
        occupied.forEach(one -> agents.occupy(one, now));
    }

    /** Who is there for the owners, by owner; who has nobody is left out. */
    private Map<String, String> substitutes(List<Ticket> left, Instant now) {
        var substitutes = new HashMap<String, String>();
        left.stream()
                .map(ticket -> ticket.state().owner())
                .distinct()
                .forEach(owner -> substitute(owner, now).ifPresent(one -> substitutes.put(owner, one)));
        return substitutes;
    }

    private Optional<String> substitute(String owner, Instant now) {
        return absences.of(owner).map(Absence::substitute).filter(one -> !absences.isOut(one, now));
    }

    private static boolean isRunning(Ticket ticket) {
        var status = ticket.state().status();
        return status == TicketStatus.NEW || status == TicketStatus.OPEN;
    }
}
