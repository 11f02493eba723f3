package io.carryon.ticketing.sla;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.ClockKind;
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
 * {@code sla.warned} goes to who owns the ticket, or to all who serve its queue while nobody does; {@code sla.breached}
 * to all of them.
 */
class ClockMessages {

    /** What a customer waits for, and until when. */
    record Waiting(UUID ticketId, String number, ClockKind clock, Instant dueAt, String policy) {

        static Waiting of(LogRow row) {
            var number = row.state().number();
            return switch (row.event()) {
                case WaitingEvent.SlaWarned told ->
                    new Waiting(row.ticketId(), number, told.clock(), told.dueAt(), told.policy());
                case WaitingEvent.SlaBreached told ->
                    new Waiting(row.ticketId(), number, told.clock(), told.dueAt(), told.policy());
                default -> throw new IllegalArgumentException(row.event().toString());
            };
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
            return viewer.id().equals(owner)
                    || ((owner == null || type == TicketEvent.Type.SLA_BREACHED)
                            && viewer.serves(row.state().queue()));
        }

        @Override
        public Map<OutboxPosition, Waiting> contents(List<LogRow> rows) {
            return rows.stream().collect(Collectors.toMap(LogRow::position, Waiting::of));
        }
    }

    @Produces
    @Singleton
    StreamKind warned() {
        return new Kind("sla.warned", TicketEvent.Type.SLA_WARNED);
    }

    @Produces
    @Singleton
    StreamKind breached() {
        return new Kind("sla.breached", TicketEvent.Type.SLA_BREACHED);
    }
}
