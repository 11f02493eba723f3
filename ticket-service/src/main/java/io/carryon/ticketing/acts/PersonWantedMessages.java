package io.carryon.ticketing.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.StreamKind;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.WaitingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code person.wanted} goes to who owns the ticket, or to all who serve its queue while nobody does. */
@ApplicationScoped
class PersonWantedMessages implements StreamKind {

    /** The customer wants a person, since then, for a reason or none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wanted(
            UUID ticketId,
            String number,
            String subject,
            String queue,
            UUID contactId,
            Channel channel,
            Instant since,
            String reason) {

        static Wanted of(LogRow row) {
            var event = (WaitingEvent.PersonWanted) row.event();
            return new Wanted(
                    row.ticketId(),
                    row.state().number(),
                    row.state().subject(),
                    row.state().queue(),
                    event.contactId(),
                    event.channel(),
                    event.since(),
                    event.reason());
        }
    }

    @Override
    public String name() {
        return "person.wanted";
    }

    @Override
    public Set<TicketEvent.Type> types() {
        return Set.of(TicketEvent.Type.PERSON_WANTED);
    }

    @Override
    public boolean concerns(LogRow row, Viewer viewer) {
        var owner = row.state().owner();
        return owner == null ? viewer.serves(row.state().queue()) : owner.equals(viewer.id());
    }

    @Override
    public Map<OutboxPosition, Wanted> contents(List<LogRow> rows) {
        return rows.stream().collect(Collectors.toMap(LogRow::position, Wanted::of));
    }
}
