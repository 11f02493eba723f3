package io.carryon.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an erasure. */
@Schema(name = "ErasureAnswer")
public record ErasureAnswer(
        @Schema(description = "Who is shown for all of them.")
        UUID customerId,

        @Schema(description = "All who were erased: the customer and whoever is merged with them, at most 20.")
        List<UUID> members,

        @Schema(description = "Contacts whose texts were taken out here, and are by the other services.")
        int contacts,

        Instant erasedAt) {}
