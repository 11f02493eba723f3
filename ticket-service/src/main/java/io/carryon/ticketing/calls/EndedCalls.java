package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.CallEvent.CallEnded;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code call.ended}: what one was offered, or answered, is over. */
@ApplicationScoped
class EndedCalls implements StreamKind {

    /** How it ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ended(
            UUID contactId,
            Instant at,
            UUID ticketId,
            String ticketNumber,
            String outcome,
            String cause,
            Integer waitSec,
            Integer talkSec) {}

    @Override
    public String name() {
        return "call.ended";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.CALL_ENDED);
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var event = (CallEnded) row.event();
        return viewer.serves(event.queue())
                || viewer.id().equals(event.agentId())
                || viewer.id().equals(row.state().owner());
    }

    @Override
    public Map<OutboxPosition, Ended> contents(List<LogRow> rows) {
        return rows.stream().collect(Collectors.toMap(LogRow::position, EndedCalls::ended));
    }

    private static Ended ended(LogRow row) {
        var event = (CallEnded) row.event();
        return new Ended(
                event.contactId(),
                row.at(),
                row.ticketId(),
                row.state().number(),
                event.outcome(),
                event.cause(),
                event.waitSec(),
                event.talkSec());
    }
}
