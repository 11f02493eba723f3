package io.carryon.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long customers may wait. */
@Path("/v1/sla")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "SLA")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class SlaResource {

    private final PolicyStore policies;
    private final PolicyChange change;
    private final Recount recount;
    private final SignedIn signedIn;

    SlaResource(PolicyStore policies, PolicyChange change, Recount recount, SignedIn signedIn) {
        this.policies = policies;
        this.change = change;
        this.recount = recount;
        this.signedIn = signedIn;
    }

    /** The list of policies to have from now on. */
    @Schema(name = "SlaPolicyList")
    public record Policies(
            @NotNull
            @Size(min = 1, max = 100)
            @Schema(
                    description =
                            "In the order in which they are tried; the last must hold for all tickets and have all "
                                    + "three targets, so that no customer is left out")
            List<@NotNull @Valid SlaPolicy> policies) {}

    /** The list of policies as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SlaPolicies")
    public record View(
            @Schema(description = "Counts the changes; the ETag", examples = "1")
            int revision,

            @Schema(description = "Since when they are valid")
            Instant validFrom,

            @Schema(description = "Subject of who changed them, absent as long as nobody did")
            String changedBy,

            @Schema(description = "The first that matches holds")
            List<SlaPolicy> policies) {}

    @GET
    @Path("/policies")
    @Transactional
    @Operation(
            operationId = "getSlaPolicies",
            summary = "How long customers may wait, for whom, and who counts it",
            description =
                    "The first policy that matches the ticket holds. Channels are equal unless a policy tells them "
                            + "apart.")
    @APIResponse(
            responseCode = "200",
            description = "The list, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Response get() {
        return answer(policies.present());
    }

    @PUT
    @Path("/policies")
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "changeSlaPolicies",
            summary = "Change how long customers may wait",
            description =
                    "Holds from now on for every wait that is not over: what is running becomes due earlier or later "
                            + "within a minute. Waits that ended stay as they were judged then.")
    @APIResponse(
            responseCode = "200",
            description = "The list as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors names it", ref = "Problem")
    @APIResponse(responseCode = "412", description = "The list has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the list", required = true, example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Policies list) {
        return answer(change.to(ifMatch, list.policies(), signedIn.id()));
    }

    @POST
    @Path("/recounts")
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "recountSlaClocks",
            summary = "Count clocks again from the tickets' logs",
            description =
                    "A page of tickets at a time, by their ids: repeat with after=next until next is null. Tickets "
                            + "of which something else was stored are named and put right; there should be none, but for those "
                            + "that are older than the clocks and those whose rules changed a moment ago.")
    @APIResponse(
            responseCode = "200",
            description = "What came of the page",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Recount.Result.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit or id", ref = "Problem")
    public Recount.Result recount(
            @QueryParam("after") @Parameter(description = "next of the page before; left out, from the first ticket")
                    UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return recount.after(after, limit);
    }

    private static Response answer(PolicyVersion version) {
        return Response.ok(new View(version.revision(), version.validFrom(), version.changedBy(), version.policies()))
                .tag(Revision.tag(version.revision()))
                .build();
    }
}
