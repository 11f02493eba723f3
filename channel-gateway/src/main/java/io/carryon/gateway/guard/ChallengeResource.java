package io.carryon.gateway.guard;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives out challenges to forms that are open to the world. */
@Path("/v1/guard/challenge")
@PermitAll
@Tag(name = "Widget")
public class ChallengeResource {

    private final Guard guard;

    ChallengeResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getChallenge",
            summary = "A proof of work to be solved while a form is filled in",
            description = "Each is good for one form. A form sent sooner than a person could fill it in is refused.")
    @APIResponse(
            responseCode = "200",
            description = "A fresh one",
            content = @Content(schema = @Schema(implementation = Challenge.class)))
    public RestResponse<Challenge> challenge() {
        return RestResponse.ResponseBuilder.ok(guard.challenge())
                .header("Cache-Control", "no-store")
                .build();
    }
}
