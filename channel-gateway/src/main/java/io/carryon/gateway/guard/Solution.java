package io.carryon.gateway.guard;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A challenge with the number that was found. */
@Schema(name = "ProofOfWork", additionalProperties = Schema.False.class)
public record Solution(
        @Size(max = 16) @Schema(examples = "SHA-256") String algorithm,

        @NotNull @Size(max = 128) String challenge,
        @NotNull @Min(0) @Schema(examples = "20417") Integer number,
        @NotNull @Size(max = 256) String salt,
        @NotNull @Size(max = 128) String signature) {}
