package io.carryon.ticketing.canned;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The templates there are: read by all staff, kept by supervisors and admins. */
@Path("/v1/templates")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Canned texts")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TemplateResource {

    private final Shelves shelves;

    TemplateResource(Shelves shelves) {
        this.shelves = shelves;
    }

    @GET
    @Transactional
    @Operation(operationId = "listTemplates", summary = "All templates, by name")
    @APIResponse(
            responseCode = "200",
            description = "At most 500",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.TemplateList.class)))
    public CannedView.TemplateList list() {
        return new CannedView.TemplateList(shelves.templates().all().stream()
                .map(CannedView.OfTemplate::of)
                .toList());
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(operationId = "getTemplate", summary = "One template", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.OfTemplate.class)))
    @APIResponse(responseCode = "404", description = "No such template", ref = "Problem")
    public Response get(@Parameter(example = "invoice-corrected") String name) {
        return answer(shelves.templates().one(name));
    }

    @PUT
    @Path("/{name}")
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "setTemplate",
            summary = "Make a template, or change it",
            description =
                    "Its places are those of GET /v1/placeholders; one that is not filled in keeps a reply from being sent.")
    @APIResponse(
            responseCode = "200",
            description = "The template as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.OfTemplate.class)))
    @APIResponse(responseCode = "400", description = "A field or the name is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "There are 500 of them", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and there is one", ref = "Problem")
    public Response put(
            @Parameter(
                            description = "Lower case letters, digits and hyphens, 64 at most",
                            example = "invoice-corrected")
                    String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the template; left out for a new one", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid ReplyTemplate setting) {
        setting.check();
        return answer(shelves.templates().put(name, ifMatch, setting));
    }

    @DELETE
    @Path("/{name}")
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(operationId = "deleteTemplate", summary = "Delete a template")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "No such template", ref = "Problem")
    @APIResponse(responseCode = "409", description = "A macro replies with it", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public void delete(
            @Parameter(example = "invoice-corrected") String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the template", required = true, example = "\"1\"")
                    String ifMatch) {
        shelves.templates().takeTurns();
        var uses = shelves.macros().all().stream()
                .filter(macro -> name.equals(macro.content().template()))
                .map(Shelf.Kept::name)
                .toList();
        if (!uses.isEmpty()) {
            throw ProblemException.conflict("in-use", "These macros reply with it: %s.".formatted(uses));
        }
        shelves.templates().remove(name, ifMatch);
    }

    private static Response answer(Shelf.Kept<ReplyTemplate> kept) {
        return Response.ok(CannedView.OfTemplate.of(kept))
                .tag(Revision.tag(kept.revision()))
                .build();
    }
}
