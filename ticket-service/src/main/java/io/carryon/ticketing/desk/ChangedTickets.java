package io.carryon.ticketing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.DeliveryState;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketEvent.Type;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code ticket.changed}: to who owns a ticket, what customers, colleagues and rules do on it. */
@ApplicationScoped
class ChangedTickets implements StreamKind {

    private static final Set<DeliveryState> FAILURES = Set.of(DeliveryState.FAILED, DeliveryState.BOUNCED);

    /** Where it stands now; {@code change} is the type of the event, {@code by} the colleague who did it, if one did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID ticketId,
            String number,
            int revision,
            Type change,
            TicketStatus status,
            String queue,
            Priority priority,
            String by,
            Instant at) {

        static Told of(LogRow row) {
            var state = row.state();
            return new Told(
                    row.ticketId(),
                    state.number(),
                    row.revision(),
                    row.event().type(),
                    state.status(),
                    state.queue(),
                    state.priority(),
                    row.staff().orElse(null),
                    row.at());
        }
    }

    @Override
    public String name() {
        return "ticket.changed";
    }

    @Override
    public Set<Type> types() {
        return Set.of(
                Type.CONTACT_ADDED,
                Type.CONTACT_MOVED_IN,
                Type.CONTACT_MOVED_OUT,
                Type.REPLIED,
                Type.NOTED,
                Type.ASSIGNED,
                Type.STATUS_CHANGED,
                Type.PRIORITY_CHANGED,
                Type.FIELDS_CHANGED,
                Type.TAGS_CHANGED,
                Type.NEXT_STEP_CHANGED,
                Type.UNDERSTANDING_CHANGED,
                Type.DELIVERY_CHANGED,
                Type.RATED,
                Type.ABSORBED,
                Type.MERGED);
    }

    /** Of deliveries only that one failed; that a ticket has another owner is told by a message of its own. */
    @Override
    public boolean tells(LogRow row) {
        return types().contains(row.event().type())
                && switch (row.event()) {
                    case TicketEvent.DeliveryChanged delivery -> FAILURES.contains(delivery.to());
                    case TicketEvent.Assigned assigned -> Objects.equals(assigned.owner(), assigned.ownerBefore());
                    default -> true;
                };
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        return viewer.id().equals(row.state().owner()) && !row.isBy(viewer.id());
    }

    /** Who is told of a call or that a note names them knows of the ticket. */
    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public Map<OutboxPosition, Told> contents(List<LogRow> rows) {
        return rows.stream().collect(Collectors.toMap(LogRow::position, Told::of));
    }
}
