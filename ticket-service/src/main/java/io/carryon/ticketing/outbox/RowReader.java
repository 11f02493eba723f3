package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the JSON of a row. A field that a later version wrote is left out: a release may be taken back. */
@ApplicationScoped
class RowReader {

    private final ObjectMapper json;

    RowReader(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    OutboxRow read(StoredRow row) {
        try {
            var type = TicketEvent.Type.valueOf(row.type());
            return new OutboxRow(
                    row.ticketId(),
                    row.revision(),
                    json.readValue(row.payload(), type.event()),
                    json.readValue(row.state(), TicketState.class),
                    new Actor(Actor.Kind.valueOf(row.actorKind()), row.actor(), row.actorName()),
                    row.at(),
                    row.correlation(),
                    row.outlook() == null ? null : json.readValue(row.outlook(), Outlook.class),
                    null);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException("An event of a type this version does not know: " + row.type());
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException("The %s of this row cannot be read (%s)"
                    .formatted(row.type(), e.getClass().getSimpleName()));
        }
    }
}
