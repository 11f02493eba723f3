package io.carryon.profile.merge;

import io.carryon.profile.acts.ActRequests;
import io.carryon.profile.acts.Acts;
import io.carryon.profile.acts.IdempotencyKey;
import io.carryon.profile.acts.SignedIn;
import io.carryon.profile.identity.Merge;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merging customers who are one, and undoing it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges")
@RunOnVirtualThread
@RolesAllowed({"agent", "supervisor", "admin"})
@APIResponse(responseCode = "404", description = "There is no such customer")
public class MergeResource {

    private static final int LONGEST_REASON = 500;

    private final Acts acts;
    private final Groups groups;
    private final ActRequests requests;
    private final SignedIn signedIn;

    public MergeResource(Acts acts, Groups groups, ActRequests requests, SignedIn signedIn) {
        this.acts = acts;
        this.groups = groups;
        this.requests = requests;
        this.signedIn = signedIn;
    }

    /** Who this customer turned out to be. */
    @Schema(name = "MergeRequest")
    public record MergeRequest(
            @NotNull @Schema(description = "The customer who is shown from then on, or one of those shown as them.")
            UUID into,

            @Size(max = LONGEST_REASON)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Same person, said so on the phone")
            String reason) {}

    @POST
    @Path("customers/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeCustomer",
            summary = "Shows a customer, with all merged into them, as another from now on",
            description =
                    "Nothing is moved, and ids resolve for ever: the undo restores each side, plus what came later"
                            + " to each.")
    @APIResponse(responseCode = "200", description = "They are merged")
    @APIResponse(
            responseCode = "400",
            description = "The body or the Idempotency-Key is not valid, or into is no other customer")
    @APIResponse(responseCode = "409", description = "already-merged, or group-too-large: more than 20 customers")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public MergeAnswer merge(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
                    String key,
            @NotNull @Valid MergeRequest request) {
        var asked = new HashMap<String, Object>();
        asked.put(CustomerMerge.INTO, request.into().toString());
        if (request.reason() != null) {
            asked.put(CustomerMerge.REASON, request.reason());
        }
        return acts.perform(signedIn.asks(CustomerMerge.KIND, id, IdempotencyKey.of(key), asked), MergeAnswer.class);
    }

    @POST
    @Path("customers/{id}/unmerge")
    @Operation(
            operationId = "unmergeCustomer",
            summary = "Sets a customer free who was merged into another, with all merged into them before",
            description = "Contacts of one side that were linked to an issue of the other meanwhile get an issue of"
                    + " their own.")
    @APIResponse(responseCode = "200", description = "They are shown by themselves again")
    @APIResponse(responseCode = "409", description = "not-merged, or is-survivor: others are merged into this one")
    public MergeAnswer unmerge(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
                    String key) {
        return acts.perform(
                signedIn.asks(CustomerUnmerge.KIND, id, IdempotencyKey.of(key), Map.of()), MergeAnswer.class);
    }

    @GET
    @Path("customers/{id}/merges")
    @Operation(operationId = "listMerges", summary = "Lists the merges of the customer's group that stand")
    @APIResponse(responseCode = "200", description = "The group and its merges")
    public MergesView merges(@PathParam("id") UUID id) {
        var group = groups.of(id);
        var acts = group.merges().stream().map(Merge::actId).toList();
        return MergesView.of(group, requests.texts(acts, CustomerMerge.REASON));
    }
}
