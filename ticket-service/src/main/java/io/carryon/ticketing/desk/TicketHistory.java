package io.carryon.ticketing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a ticket's audit trail, oldest first. */
public record TicketHistory(
        List<Event> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {

    /** What happened, when, by whom. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TicketEvent")
    public record Event(
            @Schema(examples = "2") int revision,
            TicketEvent.Type type,
            Instant at,
            By actor,

            @Schema(type = SchemaType.OBJECT, description = "What the type of event says about it")
            JsonNode data,

            @Schema(type = SchemaType.OBJECT, description = "The ticket after the event")
            JsonNode after,

            String correlationId) {}

    /** Staff by the subject of their token, customers by their id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TicketActor")
    public record By(
            Actor.Kind kind, @Schema(examples = "agent-1") String id, String name) {}
}
