package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
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

    protected LoggedEvent() {}

    LoggedEvent(
            Key key, TicketEvent.Type type, String payload, String state, Actor actor, Instant at, String correlation) {
        this.ticketId = key.ticketId();
        this.revision = key.revision();
        this.type = type;
        this.payload = payload;
        this.state = state;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.at = at;
        this.correlation = correlation;
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
