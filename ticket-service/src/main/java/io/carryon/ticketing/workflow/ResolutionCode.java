package io.carryon.ticketing.workflow;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way in which a ticket can end. */
@Schema(name = "ResolutionCode")
public record ResolutionCode(
        @Schema(examples = "solved") String code,

        @Schema(description = "For staff", examples = "Solved")
        String name,

        @Schema(description = "For the customer, by language", examples = "{\"en\":\"Solved\"}")
        Map<String, String> customerName,

        @Schema(description = "Whether tickets can still end so")
        boolean active,

        @Schema(description = "Counts the changes; the ETag", examples = "1")
        int revision) {}
