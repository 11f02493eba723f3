package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An event of some ticket's log with its place among those of all tickets. */
public record LogRow(
        OutboxPosition position,
        UUID ticketId,
        int revision,
        TicketEvent event,
        TicketState state,
        Actor actor,
        Instant at) {

    /** Whether the member of staff did it themselves. */
    public boolean isBy(String staffId) {
        return staff().filter(staffId::equals).isPresent();
    }

    /** The subject of the member of staff who did it; empty for customers and rules. */
    public Optional<String> staff() {
        return actor.kind() == Actor.Kind.STAFF ? Optional.ofNullable(actor.id()) : Optional.empty();
    }
}
