package io.carryon.gateway.guard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proof of work to be found, as ALTCHA has it: the number from 0 to maxnumber for which SHA-256 of salt and number in hex is the challenge. */
@Schema(
        description =
                "Find the number from 0 to maxnumber for which SHA-256 of salt followed by the number is challenge.")
public record Challenge(
        @Schema(examples = "SHA-256") String algorithm,

        @Schema(examples = "6e0a…", description = "In hex") String challenge,

        @Schema(examples = "9f2c4b?issued=1772528400000&expires=1772530200&")
        String salt,

        @Schema(examples = "50000") int maxnumber,

        @Schema(description = "To be sent back with the number")
        String signature) {}
