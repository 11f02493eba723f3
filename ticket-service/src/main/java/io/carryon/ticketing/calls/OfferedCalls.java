package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.Offer;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketEvent.ContactTied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code call.offered}: a caller wants a person of a queue one serves, the owner of their ticket, or whom it names. */
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
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.OPENED, TicketEvent.Type.CONTACT_ADDED);
    }

    @Override
    public boolean tells(LogRow row) {
        return row.event() instanceof ContactTied tied && tied.offer() != null;
    }

    /** Whom it names may have told so to another instance, a moment before it is known here. */
    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        return viewer.serves(row.state().queue())
                || viewer.id().equals(row.state().owner())
                || tied(row).offer().targets().stream()
                        .anyMatch(target -> viewer.id().equals(target.agentId()));
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
