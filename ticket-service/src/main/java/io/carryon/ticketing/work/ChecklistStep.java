package io.carryon.ticketing.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is to be done on a ticket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChecklistStep")
public record ChecklistStep(
        UUID id,
        @Schema(examples = "Order the part") String text,
        boolean done,

        @Schema(description = "Who did it; absent until then", examples = "agent-1")
        String doneBy,

        Instant doneAt) {}
