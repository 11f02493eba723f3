package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.WaitingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code promise.broken}: to who owns the ticket, or to all who serve its queue while nobody does. */
@ApplicationScoped
class BrokenPromises implements StreamKind {

    /** Whom to get back to, and since when they wait in vain. */
    record Broken(UUID ticketId, String number, Instant dueAt) {}

    @Override
    public String name() {
        return "promise.broken";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.PROMISE_BROKEN);
    }

    @Override
    public boolean tells(LogRow row) {
        return row.event() instanceof WaitingEvent.PromiseBroken;
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var owner = row.state().owner();
        return owner == null ? viewer.serves(row.state().queue()) : viewer.id().equals(owner);
    }

    @Override
    public Map<OutboxPosition, Broken> contents(List<LogRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        LogRow::position,
                        row -> new Broken(
                                row.ticketId(),
                                row.state().number(),
                                ((WaitingEvent.PromiseBroken) row.event()).dueAt())));
    }
}
