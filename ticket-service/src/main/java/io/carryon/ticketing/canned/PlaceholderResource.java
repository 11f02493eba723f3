package io.carryon.ticketing.canned;

import io.carryon.ticketing.composing.Placeholder;
import io.carryon.ticketing.operations.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The places that templates can have: no others. */
@Path("/v1/placeholders")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Canned texts")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
public class PlaceholderResource {

    /** What templates can have places for. */
    @Schema(name = "Placeholders")
    public record Places(List<Place> items) {}

    /** One place. */
    @Schema(name = "Placeholder")
    public record Place(
            @Schema(examples = "customer-name") String name,

            @Schema(examples = "The customer's name") String meaning) {}

    @GET
    @Operation(operationId = "listPlaceholders", summary = "What templates can have places for")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Places.class)))
    public Places placeholders() {
        return new Places(Arrays.stream(Placeholder.values())
                .map(place -> new Place(place.key(), place.meaning()))
                .toList());
    }
}
