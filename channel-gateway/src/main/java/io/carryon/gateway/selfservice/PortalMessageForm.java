package io.carryon.gateway.selfservice;

import io.carryon.gateway.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A further message of the customer on a request. */
@Schema(additionalProperties = Schema.False.class)
public record PortalMessageForm(
        @Size(max = 60_000)
        @Schema(
                examples = "Here is the number of the contract: 88-1204.",
                description = "May be left out where there are attachments.")
        String text,

        @Size(max = 50) @Schema(description = "Files uploaded before, by their ids.")
        List<@NotNull @Valid FileRef> attachments) {

    List<FileRef> files() {
        return attachments == null ? List.of() : attachments;
    }

    /** The text; 400 when there is neither text nor file. */
    String said() {
        if ((text == null || text.isBlank()) && files().isEmpty()) {
            throw ProblemException.invalid("/text", "must not be blank where there is no attachment");
        }
        return text == null ? "" : text;
    }
}
