package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.Offer;
import io.carryon.ticketing.ticket.TicketEvent.ContactTied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code call.offered}: a caller wants a person of a queue one serves, or the owner of their ticket. */
@ApplicationScoped
class OfferedCalls implements StreamKind {

    /** Enough to greet the caller with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offered(UUID contactId, Instant at, Offer offer, CallView call) {}

    private final CallViews views;

    OfferedCalls(CallViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "call.offered";
    }

    @Override
    public boolean tells(LogRow row) {
        return row.event() instanceof ContactTied tied && tied.offer() != null;
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        return viewer.serves(row.state().queue())
                || viewer.id().equals(row.state().owner());
    }

    @Override
    public Map<OutboxPosition, Offered> contents(List<LogRow> rows) {
        var calls = views.of(rows.stream().map(row -> tied(row).contactId()).toList());
        var contents = new HashMap<OutboxPosition, Offered>();
        for (var row : rows) {
            var contact = tied(row).contactId();
            contents.put(
                    row.position(), new Offered(contact, row.at(), tied(row).offer(), calls.get(contact)));
        }
        return contents;
    }

    private static ContactTied tied(LogRow row) {
        return (ContactTied) row.event();
    }
}
