package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One row of a ticket's append-only log; the database adds the order among all tickets. */
@Entity
@Immutable
@Table(name = "ticket_event")
@IdClass(LoggedEvent.Key.class)
public class LoggedEvent {

    /** The n-th event of a ticket. */
    public record Key(UUID ticketId, int revision) implements Serializable {}

    @Id
    private UUID ticketId;

    @Id
    private int revision;

    @Enumerated(EnumType.STRING)
    private TicketEvent.Type type;

    private String payload;
    private String state;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    @Column(name = "actor")
    private String actorId;

    private String actorName;
    private Instant at;
    private String correlation;
    private String outlook;

    @Transient
    private Happening happening;

    protected LoggedEvent() {}

    LoggedEvent(Happening happening, String payload, String state, String correlation) {
        this.happening = happening;
        this.ticketId = happening.ticketId();
        this.revision = happening.revision();
        this.type = happening.event().type();
        this.payload = payload;
        this.state = state;
        this.actorKind = happening.actor().kind();
        this.actorId = happening.actor().id();
        this.actorName = happening.actor().name();
        this.at = happening.at();
        this.correlation = correlation;
    }

    /** What the customer can expect after the event, as JSON, or null; said before the row is written. */
    void expect(String expected) {
        outlook = expected;
    }

    /** What the customer could expect after the event, as JSON, or null. */
    public String outlook() {
        return outlook;
    }

    /** What the row was made of; null for one that was read. */
    Happening happening() {
        return happening;
    }

    UUID ticketId() {
        return ticketId;
    }

    public int revision() {
        return revision;
    }

    public TicketEvent.Type type() {
        return type;
    }

    /** The event as JSON. */
    public String payload() {
        return payload;
    }

    public Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    public Instant at() {
        return at;
    }

    /** The ticket after the event, as JSON. */
    public String state() {
        return state;
    }

    /** Id of the contact's or request's whole path, or null. */
    public String correlation() {
        return correlation;
    }
}
