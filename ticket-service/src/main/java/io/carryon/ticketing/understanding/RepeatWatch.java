package io.carryon.ticketing.understanding;

import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import io.carryon.ticketing.workflow.Reopening;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks at contacts that came back and raises a red alert where the customer says the same again after an answer. */
@ApplicationScoped
class RepeatWatch {

    private static final Logger LOG = Logger.getLogger(RepeatWatch.class);
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 5;

    /** The contact, the first of its issue, and the last answer on the issue before the contact was said. */
    private static final String BESIDE_THE_FIRST = """
            with again as (
                select e.contact_id, left(coalesce(e.visible_text, e.text), 4000) as said, e.at, t.issue_id
                from ticketing.entry e join ticketing.ticket t on t.id = e.ticket_id
                where e.contact_id = ? and e.ticket_id = ? order by e.position limit 1),
            issue as (select o.id, o.opened_at from ticketing.ticket o where o.issue_id = (select issue_id from again))
            select first.contact_id, first.said, again.said, again.at, (
                select max(v.at) from ticketing.ticket_event v
                where v.ticket_id in (select id from issue) and v.type in ('REPLIED', 'CALL_ANSWERED') and v.at < again.at)
            from again, lateral (
                select e.contact_id, left(coalesce(e.visible_text, e.text), 4000) as said
                from issue join ticketing.entry e on e.ticket_id = issue.id
                where e.kind = 'CONTACT' order by issue.opened_at, e.position limit 1) as first
            where first.contact_id <> again.contact_id""";

    private final RepeatCandidates candidates;
    private final Tickets tickets;
    private final RedAlerts alerts;
    private final Reopening windows;
    private final TicketLog log;
    private final Sql sql;
    private final Counter unjudged;
    private final Clock clock;

    RepeatWatch(
            RepeatCandidates candidates,
            Tickets tickets,
            RedAlerts alerts,
            Reopening windows,
            TicketLog log,
            DataSource database,
            MeterRegistry metrics,
            Clock clock) {
        this.candidates = candidates;
        this.tickets = tickets;
        this.alerts = alerts;
        this.windows = windows;
        this.log = log;
        this.sql = new Sql(database);
        this.unjudged = metrics.counter("carryon.repeats.unjudged");
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        while (one()) {
            continue;
        }
    }

    /** Each in a transaction of its own, so that no ticket is locked for another's sake; false when there is none. */
    private boolean one() {
        var taken = new AtomicReference<RepeatCandidates.Candidate>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                candidates.take(clock.instant()).ifPresent(taken::set);
                if (taken.get() != null) {
                    judge(taken.get());
                }
                return taken.get() != null;
            });
        } catch (RuntimeException e) {
            if (taken.get() == null) {
                throw e;
            }
            putOff(taken.get(), e);
            return true;
        }
    }

    /** One that cannot be judged keeps nobody from the others. */
    private void putOff(RepeatCandidates.Candidate candidate, RuntimeException failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (candidates.putOff(candidate, clock.instant().plus(PUT_OFF)) >= MOST_TRIES) {
                candidates.giveUp(candidate);
                unjudged.increment();
                LOG.errorf(
                        failure,
                        "Whether contact %s says again what was said at first is not known",
                        candidate.contactId());
            }
        });
    }

    private void judge(RepeatCandidates.Candidate candidate) {
        // No ticket is locked for what cannot be an alert whatever its queue's window is.
        besideTheFirst(candidate)
                .filter(said -> said.answeredAt() != null && said.likeness() >= Repetition.ALIKE)
                .ifPresent(said -> tickets.locked(candidate.ticketId())
                        .filter(ticket ->
                                said.isRedAlert(windows.windowOf(ticket.state().queue())))
                        .ifPresent(ticket -> {
                            var now = clock.instant();
                            if (alerts.raise(ticket.id(), candidate.contactId(), said.likeness(), now)) {
                                ticket.reported(
                                        new UnderstandingEvent.RedAlert(
                                                candidate.contactId(), said.firstContactId(), said.likeness()),
                                        Actor.SYSTEM,
                                        now);
                                log.append(ticket);
                            }
                        }));
    }

    private Optional<Repetition> besideTheFirst(RepeatCandidates.Candidate candidate) {
        return sql.first(BESIDE_THE_FIRST, RepeatWatch::read, candidate.contactId(), candidate.ticketId());
    }

    private static Repetition read(ResultSet row) throws SQLException {
        return new Repetition(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), time(row, 5), time(row, 4));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        var found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
