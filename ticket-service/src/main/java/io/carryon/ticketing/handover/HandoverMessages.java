package io.carryon.ticketing.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.OwnershipEvent;
import io.carryon.ticketing.ticket.OwnershipEvent.OfHandover;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code ticket.handover}: to who gives a ticket and to all who may accept it, when it is offered and when it is settled
 * or has lapsed; then also to whoever offered it.
 */
@ApplicationScoped
class HandoverMessages implements StreamKind {

    /** The handover as it stands when it is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(String number, String subject, String queue, String owner, Handover handover) {}

    private final HandoverStore handovers;

    HandoverMessages(HandoverStore handovers) {
        this.handovers = handovers;
    }

    @Override
    public String name() {
        return "ticket.handover";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.HANDOVER_OFFERED, TicketEvent.Type.HANDOVER_SETTLED);
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var event = of(row);
        return viewer.id().equals(event.giver())
                || event.candidates().contains(viewer.id())
                || (event instanceof OwnershipEvent.HandoverSettled settled
                        && viewer.id().equals(settled.offeredBy()));
    }

    @Override
    public Map<OutboxPosition, Message> contents(List<LogRow> rows) {
        var found =
                handovers.byIds(rows.stream().map(row -> of(row).handoverId()).collect(Collectors.toSet()));
        Function<LogRow, Message> message = row -> new Message(
                row.state().number(),
                row.state().subject(),
                row.state().queue(),
                row.state().owner(),
                found.get(of(row).handoverId()));
        return rows.stream()
                .filter(row -> found.containsKey(of(row).handoverId()))
                .collect(Collectors.toMap(LogRow::position, message));
    }

    private static OfHandover of(LogRow row) {
        return (OfHandover) row.event();
    }
}
