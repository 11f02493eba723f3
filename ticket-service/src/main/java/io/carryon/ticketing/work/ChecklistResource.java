package io.carryon.ticketing.work;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.ticket.Actor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to be done on a ticket. */
@Path("/v1/tickets/{id}/checklist")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "400", description = "A field or parameter is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, booking or step", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ChecklistResource {

    private final Checklist checklist;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    ChecklistResource(Checklist checklist, IdempotencyKeys keys, SignedIn signedIn) {
        this.checklist = checklist;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** All steps. */
    @Schema(name = "Checklist")
    public record Steps(List<ChecklistStep> items) {}

    /** A step to add. */
    @Schema(name = "NewChecklistStep")
    public record NewStep(
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Order the part")
            String text) {}

    /** What changes; what is left out stays. */
    @Schema(name = "ChecklistStepChange")
    public record StepChange(
            @Size(min = 1, max = 500)
            @Pattern(regexp = "[^\\x00]*\\S[^\\x00]*", message = "must hold words and no NUL characters")
            @Schema(examples = "Order the part")
            String text,

            @Schema(examples = "true") Boolean done) {}

    @GET
    @Transactional
    @Operation(operationId = "listChecklist", summary = "The checklist, in its order")
    @APIResponse(
            responseCode = "200",
            description = "At most 100 steps",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Steps.class)))
    public Steps list(UUID id) {
        return new Steps(checklist.of(id));
    }

    @POST
    @Transactional
    @Operation(operationId = "addChecklistStep", summary = "Add a step at the end")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChecklistStep.class)))
    @APIResponse(responseCode = "409", description = "There are 100 already", ref = "Problem")
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response add(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each step", required = true)
                    String key,
            @NotNull @Valid NewStep step) {
        var path = "/v1/tickets/" + id + "/checklist";
        var made = keys.once(
                IdempotencyKeys.scope(signedIn.id(), path, key),
                step,
                ChecklistStep.class,
                () -> checklist.add(id, step.text(), by()));
        return Response.created(URI.create(path + "/" + made.id())).entity(made).build();
    }

    @PUT
    @Path("/{stepId}")
    @Transactional
    @Operation(operationId = "changeChecklistStep", summary = "Tick a step off, or write it anew")
    @APIResponse(
            responseCode = "200",
            description = "The step as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChecklistStep.class)))
    public ChecklistStep change(UUID id, UUID stepId, @NotNull @Valid StepChange change) {
        return checklist.change(id, stepId, change.text(), change.done(), by());
    }

    @DELETE
    @Path("/{stepId}")
    @Transactional
    @Operation(operationId = "dropChecklistStep", summary = "Take a step out")
    @APIResponse(responseCode = "204", description = "Taken out")
    public void drop(UUID id, UUID stepId) {
        checklist.drop(id, stepId, by());
    }

    private Actor by() {
        return signedIn.actor();
    }
}
