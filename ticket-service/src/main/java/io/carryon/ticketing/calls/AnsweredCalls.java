package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.CallEvent.CallAgent;
import io.carryon.ticketing.ticket.CallEvent.CallAnswered;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code call.answered}: one speaks with the caller, and the ticket opens. */
@ApplicationScoped
class AnsweredCalls implements StreamKind {

    /** All that is known of the call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(UUID contactId, Instant at, CallAgent agent, Integer waitSec, CallView call) {}

    private final CallViews views;

    AnsweredCalls(CallViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "call.answered";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.CALL_ANSWERED);
    }

    /** By id, or by extension where nobody had told whose it is when the call was answered. */
    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var agent = answered(row).agent();
        return agent.id() == null
                ? viewer.sitsAt(agent.extension())
                : agent.id().equals(viewer.id());
    }

    @Override
    public Map<OutboxPosition, Answered> contents(List<LogRow> rows) {
        var calls = views.of(rows.stream().map(row -> answered(row).contactId()).toList());
        var contents = new HashMap<OutboxPosition, Answered>();
        for (var row : rows) {
            var event = answered(row);
            contents.put(
                    row.position(),
                    new Answered(
                            event.contactId(), row.at(), event.agent(), event.waitSec(), calls.get(event.contactId())));
        }
        return contents;
    }

    private static CallAnswered answered(LogRow row) {
        return (CallAnswered) row.event();
    }
}
