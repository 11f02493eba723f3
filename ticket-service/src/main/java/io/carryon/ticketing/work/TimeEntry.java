package io.carryon.ticketing.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time that somebody of staff spent on a ticket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimeEntry")
public record TimeEntry(
        UUID id,
        @Schema(examples = "agent-1") String staff,
        @Schema(examples = "Ada") String staffName,
        @Schema(examples = "25") int minutes,
        Instant workedAt,
        @Schema(examples = "Talked to the supplier") String note) {}
