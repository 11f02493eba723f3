package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.CorrelationFilter;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.MDC;

/** The append-only log of all tickets: audit trail and outbox at once. */
@ApplicationScoped
public class TicketLog {

    /** Told to the relay once the transaction that wrote to the log is committed. */
    public record Appended(UUID ticketId) {}

    private final EntityManager database;
    private final ObjectMapper json;
    private final Event<Appended> appended;

    public TicketLog(EntityManager database, ObjectMapper json, Event<Appended> appended) {
        this.database = database;
        this.json = json;
        this.appended = appended;
    }

    /** Writes what has happened to the ticket, in the caller's transaction. */
    public void append(Ticket ticket) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY);
        for (var happening : ticket.takeHappenings()) {
            database.persist(new LoggedEvent(
                    new LoggedEvent.Key(happening.ticketId(), happening.revision()),
                    happening.event().type(),
                    written(happening.event()),
                    written(happening.after()),
                    happening.actor(),
                    happening.at(),
                    correlation == null ? null : correlation.toString()));
        }
        appended.fire(new Appended(ticket.id()));
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
