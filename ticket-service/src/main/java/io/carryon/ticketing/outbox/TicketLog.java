package io.carryon.ticketing.outbox;

import static io.carryon.ticketing.storage.ManyRows.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.CorrelationFilter;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Ticket;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.MDC;

/** The append-only log of all tickets: audit trail and outbox at once. */
@ApplicationScoped
public class TicketLog {

    /** Told to the relay once the transaction that wrote to the log is committed, however much it wrote. */
    public record Appended() {}

    private static final ManyRows<LoggedEvent> ROWS = new ManyRows<>(
            "ticketing.ticket_event",
            column("ticket_id", "uuid", LoggedEvent::ticketId),
            column("revision", "integer", LoggedEvent::revision),
            column("type", "text", LoggedEvent::type),
            column("payload", "json", LoggedEvent::payload),
            column("state", "json", LoggedEvent::state),
            column("actor_kind", "text", event -> event.actor().kind()),
            column("actor", "text", event -> event.actor().id()),
            column("actor_name", "text", event -> event.actor().name()),
            column("at", "timestamptz", LoggedEvent::at),
            column("correlation", "text", LoggedEvent::correlation),
            column("outlook", "json", LoggedEvent::outlook));

    private static final String TELLS =
            "select 1 from ticketing.ticket_event where ticket_id = ? and payload ->> 'contactId' = ?::text limit 1";

    private final DataSource rows;
    private final List<LogConsequence> consequences;
    private final List<LogProjection> projections;
    private final Outlooks outlooks;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Event<Appended> appended;
    private final TransactionSynchronizationRegistry transaction;

    public TicketLog(
            DataSource rows,
            @All List<LogConsequence> consequences,
            @All List<LogProjection> projections,
            Outlooks outlooks,
            EntityManager database,
            ObjectMapper json,
            Event<Appended> appended,
            TransactionSynchronizationRegistry transaction) {
        this.rows = rows;
        this.consequences = consequences;
        this.projections = projections;
        this.outlooks = outlooks;
        this.database = database;
        this.json = json;
        this.appended = appended;
        this.transaction = transaction;
    }

    /** Writes what has happened to the ticket with the request's correlation id, in the caller's transaction. */
    public void append(Ticket ticket) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY);
        append(ticket, correlation == null ? null : correlation.toString());
    }

    /** Writes what has happened to the ticket; {@code correlation} is the id of the whole path that led there. */
    public void append(Ticket ticket, String correlation) {
        append(happened(ticket, correlation));
    }

    /** What has happened to the ticket since it was last asked, to be written by {@link #append(List)}; it is locked. */
    public List<LoggedEvent> happened(Ticket ticket, String correlation) {
        return happened(List.of(ticket), correlation);
    }

    /** The same of some tickets, in their order: what follows for all of them is asked for at once. */
    public List<LoggedEvent> happened(Collection<Ticket> tickets, String correlation) {
        consequences.forEach(consequence -> consequence.follow(tickets));
        return tickets.stream()
                .flatMap(ticket -> logged(ticket.takeHappenings(), correlation).stream())
                .toList();
    }

    /** The same of what was taken from the ticket before. */
    public List<LoggedEvent> logged(List<Happening> happenings, String correlation) {
        return happenings.stream()
                .map(happening ->
                        new LoggedEvent(happening, written(happening.event()), written(happening.after()), correlation))
                .toList();
    }

    /** Writes events in their order by one statement, and what follows from them, in the caller's transaction. */
    public void append(List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var happenings = events.stream().map(LoggedEvent::happening).toList();
        projections.forEach(projection -> projection.follow(happenings));
        var expected = outlooks.after(happenings);
        events.forEach(event ->
                event.expect(expected.containsKey(event.ticketId()) ? written(expected.get(event.ticketId())) : null));
        ROWS.insert(rows, events);
        if (transaction.getResource(Appended.class) == null) {
            transaction.putResource(Appended.class, true);
            appended.fire(new Appended());
        }
    }

    /** Whether anything happened on the ticket with a contact. */
    public boolean tells(UUID ticketId, UUID contactId) {
        return new Sql(rows).first(TELLS, row -> true, ticketId, contactId).isPresent();
    }

    /** A page of a ticket's log, oldest first, after the given revision. */
    public List<LoggedEvent> page(UUID ticketId, int afterRevision, int limit) {
        return database.createQuery(
                        "from LoggedEvent where ticketId = ?1 and revision > ?2 order by revision", LoggedEvent.class)
                .setParameter(1, ticketId)
                .setParameter(2, afterRevision)
                .setMaxResults(limit)
                .getResultList();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
