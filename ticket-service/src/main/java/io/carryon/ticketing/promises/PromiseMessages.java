package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.WaitingEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code promise.due} before, and {@code promise.broken} after the time by which a customer was to hear from us: to who
 * owns the ticket, or to all who serve its queue while nobody does.
 */
class PromiseMessages {

    /** Whom to get back to, and by when they were to hear from us. */
    record Promised(UUID ticketId, String number, Instant dueAt) {

        static Promised of(LogRow row) {
            var dueAt = switch (row.event()) {
                case WaitingEvent.PromiseDue due -> due.dueAt();
                case WaitingEvent.PromiseBroken broken -> broken.dueAt();
                default -> throw new IllegalArgumentException(row.event().toString());
            };
            return new Promised(row.ticketId(), row.state().number(), dueAt);
        }
    }

    private record Kind(String name, TicketEvent.Type type) implements StreamKind {

        @Override
        public Set<TicketEvent.Type> types() {
            return Set.of(type);
        }

        @Override
        public boolean concerns(LogRow row, Viewer viewer) {
            var owner = row.state().owner();
            return owner == null
                    ? viewer.serves(row.state().queue())
                    : viewer.id().equals(owner);
        }

        @Override
        public Map<OutboxPosition, Promised> contents(List<LogRow> rows) {
            return rows.stream().collect(Collectors.toMap(LogRow::position, Promised::of));
        }
    }

    @Produces
    @Singleton
    StreamKind due() {
        return new Kind("promise.due", TicketEvent.Type.PROMISE_DUE);
    }

    @Produces
    @Singleton
    StreamKind broken() {
        return new Kind("promise.broken", TicketEvent.Type.PROMISE_BROKEN);
    }
}
