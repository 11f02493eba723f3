package io.carryon.ticketing.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code ticket.assigned}: to who owns a ticket from now on and to who does no longer, whether a colleague did it or a
 * rule; not to who did it themselves.
 */
@ApplicationScoped
class AssignedTickets implements StreamKind {

    /** Whose it is and was; {@code by} is absent where no colleague did it, {@code why} where one just said so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID ticketId,
            String number,
            String subject,
            String queue,
            String owner,
            String ownerBefore,
            AssignedBy why,
            String by,
            Instant at) {

        static Told of(LogRow row) {
            var event = event(row);
            return new Told(
                    row.ticketId(),
                    row.state().number(),
                    row.state().subject(),
                    event.queue(),
                    event.owner(),
                    event.ownerBefore(),
                    event.why(),
                    row.staff().orElse(null),
                    row.at());
        }
    }

    @Override
    public String name() {
        return "ticket.assigned";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.ASSIGNED);
    }

    @Override
    public boolean tells(LogRow row) {
        return row.event() instanceof TicketEvent.Assigned assigned
                && !Objects.equals(assigned.owner(), assigned.ownerBefore());
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var event = event(row);
        return (viewer.id().equals(event.owner()) || viewer.id().equals(event.ownerBefore())) && !row.isBy(viewer.id());
    }

    @Override
    public Map<OutboxPosition, Told> contents(List<LogRow> rows) {
        return rows.stream().collect(Collectors.toMap(LogRow::position, Told::of));
    }

    private static TicketEvent.Assigned event(LogRow row) {
        return (TicketEvent.Assigned) row.event();
    }
}
