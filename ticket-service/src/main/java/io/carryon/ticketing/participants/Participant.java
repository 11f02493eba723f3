package io.carryon.ticketing.participants;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody beside the customer who is written to on a ticket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Participant", description = "Somebody beside the customer whom a mail on the ticket was sent to.")
public record Participant(
        @Schema(description = "In lower case", examples = "boss@example.org")
        String address,

        @Schema(examples = "The Boss") String name,

        @Schema(
                description = "Whether replies go in copy to them and their answers join the ticket: a proven sender or"
                        + " staff named them, or they are the address given in the ticket's own chat or portal"
                        + " request. Who was named by a sender that may be anybody is only shown")
        boolean trusted,

        Instant since) {}
