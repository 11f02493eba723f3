package io.carryon.ticketing.mentions;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code mentioned} goes to those who were named in a note. */
@ApplicationScoped
class MentionMessages implements StreamKind {

    /** Where to read what they were named for. */
    record Mentioned(UUID ticketId, String number, UUID entryId, Instant at) {}

    @Override
    public String name() {
        return "mentioned";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.NOTED);
    }

    @Override
    public boolean tells(LogRow row) {
        return row.event() instanceof TicketEvent.Noted note && note.mentions() != null;
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        return ((TicketEvent.Noted) row.event()).mentions().contains(viewer.id());
    }

    @Override
    public Map<OutboxPosition, Mentioned> contents(List<LogRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        LogRow::position,
                        row -> new Mentioned(
                                row.ticketId(),
                                row.state().number(),
                                ((TicketEvent.Noted) row.event()).entryId(),
                                row.at())));
    }
}
