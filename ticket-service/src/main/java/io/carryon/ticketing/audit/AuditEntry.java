package io.carryon.ticketing.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.problem.Slice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was done: by whom, when, to what, and what it was before and after. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
public record AuditEntry(
        Instant at,
        Who who,

        @Schema(description = "The type of the ticket's event, or the kind of setting", examples = "STATUS_CHANGED")
        String kind,

        @Schema(description = "The ticket it was done to; absent for settings")
        UUID ticketId,

        @Schema(description = "Place in the ticket's history; absent for settings", examples = "3")
        Integer revision,

        @Schema(description = "The name of the setting; absent for tickets", examples = "default")
        String setting,

        @Schema(type = SchemaType.OBJECT, description = "What the ticket's event says about it; absent for settings")
        JsonNode data,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Of what differs, how it was; absent when it was not there",
                examples = "{\"status\":\"NEW\"}")
        JsonNode before,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Of what differs, how it is then; absent when it is gone",
                examples = "{\"status\":\"OPEN\"}")
        JsonNode after,

        @Schema(description = "Joins it with the logs; absent when nobody gave it one")
        String correlationId) {

    /** Staff by the subject of their token, customers by their id; SYSTEM has neither. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditActor")
    public record Who(
            @Schema(description = "STAFF, CUSTOMER or SYSTEM", examples = "STAFF")
            String kind,

            @Schema(examples = "agent-1") String id,
            @Schema(examples = "Ann Agent") String name) {}

    /** A page of the trail. */
    @Schema(name = "AuditPage")
    public record Page(
            List<AuditEntry> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {

        /** A page of what was found, which is one more than the limit when there is more. */
        static Page of(List<AuditTrail.Placed> found, int limit, Function<AuditTrail.Mark, String> cursor) {
            var slice = Slice.of(found, limit);
            return new Page(
                    slice.items().stream().map(AuditTrail.Placed::entry).toList(),
                    slice.next(last -> cursor.apply(last.mark())),
                    slice.hasMore());
        }
    }
}
