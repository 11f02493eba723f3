package io.carryon.gateway.selfservice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A further message of the customer on a request. */
@Schema(additionalProperties = Schema.False.class)
public record PortalMessageForm(
        @NotBlank @Size(max = 60_000) @Schema(examples = "Here is the number of the contract: 88-1204.")
        String text) {}
