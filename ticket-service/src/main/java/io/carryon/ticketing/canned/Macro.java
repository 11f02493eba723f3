package io.carryon.ticketing.canned;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.workflow.StatusMove;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several things that staff often do to a ticket together; what is left out is not done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MacroSetting")
public record Macro(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(description = "For staff", examples = "Invoice corrected, solved")
        String title,

        @Size(max = 64) @Schema(description = "The name of the template to reply with", examples = "invoice-corrected")
        String template,

        @Size(max = 50) @Schema(examples = "[\"invoice\"]") List<@NotNull @Size(max = 40) String> addTags,

        @Size(max = 50) @Schema(examples = "[\"new\"]") List<@NotNull @Size(max = 40) String> removeTags,

        @Schema(examples = "LOW") Priority priority,

        @Valid @Schema(description = "Done last; not ON_HOLD, which has a time of return of its own each time")
        StatusMove status) {

    /** 400 for one that does nothing, and for one that cannot be done. */
    void check() {
        if (template == null && addTags == null && removeTags == null && priority == null && status == null) {
            throw ProblemException.invalid("/template", "must be given, or something else to do");
        }
        if (status != null && (status.status() == TicketStatus.ON_HOLD || status.returnAt() != null)) {
            throw ProblemException.invalid("/status", "must not be ON_HOLD, which has a time of return of its own");
        }
    }
}
