package io.carryon.profile.recognition.answer;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.Actor;
import io.carryon.profile.acts.Acts;
import io.carryon.profile.acts.IdempotencyKey;
import io.carryon.profile.acts.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a contact is about the issue that recognition linked or asked about. */
@Path("/v1/contacts/{id}/link")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recognition")
@RunOnVirtualThread
@APIResponse(responseCode = "200", description = "How the contact stands to its issue now")
@APIResponse(responseCode = "404", description = "There is no such contact")
@APIResponse(
        responseCode = "409",
        description =
                "The contact is too old, an answer that outranks this one stands, or too many contacts of the customer"
                        + " are about issues of others they are merged with")
@APIResponse(
        responseCode = "422",
        description = "The issue is not the customer's, it is not clear which is meant, or the key was used otherwise")
public class LinkResource {

    private final Acts acts;
    private final SignedIn signedIn;
    private final SecurityIdentity identity;

    public LinkResource(Acts acts, SignedIn signedIn, SecurityIdentity identity) {
        this.acts = acts;
        this.signedIn = signedIn;
        this.identity = identity;
    }

    /** An answer to the recognition question. */
    @Schema(name = "LinkAnswer")
    public record Answer(
            @NotNull @Schema(description = "Whether the contact is about the issue.")
            Boolean same,

            @Schema(
                    description =
                            "Which issue; without it the one that was linked or, of those asked about, the" + " first.")
            UUID issueId) {}

    @POST
    @RolesAllowed({"agent", "supervisor", "admin", "service"})
    @Operation(
            operationId = "answerLink",
            summary = "Says whether a contact is about an issue",
            description = "The contact moves to the issue it is about, or to one of its own. Staff's word outranks the"
                    + " customer's, which portals of our own bring with the role service.")
    public LinkView answer(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
                    String key,
            @NotNull @Valid Answer answer) {
        return perform(id, key, answer.same() ? LinkAnswer.Verdict.SAME : LinkAnswer.Verdict.OTHER, answer.issueId());
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"agent", "supervisor", "admin"})
    @Operation(
            operationId = "undoLink",
            summary = "Takes back what was said about a contact's issue",
            description = "The contact returns to what recognition decided.")
    public LinkView undo(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
                    String key) {
        return perform(id, key, LinkAnswer.Verdict.UNDONE, null);
    }

    private LinkView perform(UUID contact, String key, LinkAnswer.Verdict verdict, UUID issue) {
        var act = signedIn.asks(LinkAct.NAME, contact, IdempotencyKey.of(key), LinkAct.request(verdict, issue));
        return acts.perform(isStaff() ? act : byCustomer(act), LinkView.class);
    }

    private boolean isStaff() {
        return Stream.of("agent", "supervisor", "admin").anyMatch(identity::hasRole);
    }

    private static Act byCustomer(Act act) {
        var portal = new Actor(LinkAct.CUSTOMER, act.by().id(), act.by().name());
        return new Act(act.id(), act.kind(), act.subject(), act.at(), portal, act.request());
    }
}
