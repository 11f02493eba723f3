package io.carryon.ticketing.understanding;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code red.alert} goes to who owns the ticket, or to all who serve its queue while nobody does. */
@ApplicationScoped
class RedAlertMessages implements StreamKind {

    /** The customer says with a contact again what they said at first. */
    record Repeated(UUID ticketId, String number, UUID contactId, Instant at, double likeness) {

        static Repeated of(LogRow row) {
            var alert = (UnderstandingEvent.RedAlert) row.event();
            return new Repeated(row.ticketId(), row.state().number(), alert.contactId(), row.at(), alert.likeness());
        }
    }

    @Override
    public String name() {
        return "red.alert";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.RED_ALERT);
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var owner = row.state().owner();
        return owner == null ? viewer.serves(row.state().queue()) : owner.equals(viewer.id());
    }

    @Override
    public Map<OutboxPosition, Repeated> contents(List<LogRow> rows) {
        return rows.stream().collect(Collectors.toMap(LogRow::position, Repeated::of));
    }
}
