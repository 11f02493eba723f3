package io.carryon.ticketing.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Channel;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a ticket's customer wants a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PersonWanted")
public record PersonWanted(
        Instant since,

        @Schema(description = "In the customer's words", examples = "I have tried all of this.")
        String reason,

        @Schema(description = "Where they said so") Channel channel,

        UUID contactId) {}
