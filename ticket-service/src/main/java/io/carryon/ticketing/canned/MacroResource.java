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

/** The macros there are: read by all staff, kept by supervisors and admins. */
@Path("/v1/macros")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Canned texts")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class MacroResource {

    private final Shelves shelves;

    MacroResource(Shelves shelves) {
        this.shelves = shelves;
    }

    @GET
    @Transactional
    @Operation(operationId = "listMacros", summary = "All macros, by name")
    @APIResponse(
            responseCode = "200",
            description = "At most 500",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.MacroList.class)))
    public CannedView.MacroList list() {
        return new CannedView.MacroList(
                shelves.macros().all().stream().map(CannedView.OfMacro::of).toList());
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(operationId = "getMacro", summary = "One macro", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The macro",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.OfMacro.class)))
    @APIResponse(responseCode = "404", description = "No such macro", ref = "Problem")
    public Response get(@Parameter(example = "invoice-solved") String name) {
        return answer(shelves.macros().one(name));
    }

    @PUT
    @Path("/{name}")
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "setMacro",
            summary = "Make a macro, or change it",
            description =
                    "It replies with a template, changes tags and priority, and moves the ticket, all or nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The macro as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CannedView.OfMacro.class)))
    @APIResponse(responseCode = "400", description = "A field or the name is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "There are 500 of them", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and there is one", ref = "Problem")
    public Response put(
            @Parameter(description = "Lower case letters, digits and hyphens, 64 at most", example = "invoice-solved")
                    String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the macro; left out for a new one", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Macro setting) {
        setting.check();
        shelves.macros().takeTurns();
        if (setting.template() != null
                && shelves.templates().find(setting.template()).isEmpty()) {
            throw ProblemException.invalid("/template", "must be the name of a template there is");
        }
        return answer(shelves.macros().put(name, ifMatch, setting));
    }

    @DELETE
    @Path("/{name}")
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(operationId = "deleteMacro", summary = "Delete a macro")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "No such macro", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public void delete(
            @Parameter(example = "invoice-solved") String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the macro", required = true, example = "\"1\"")
                    String ifMatch) {
        shelves.macros().remove(name, ifMatch);
    }

    private static Response answer(Shelf.Kept<Macro> kept) {
        return Response.ok(CannedView.OfMacro.of(kept))
                .tag(Revision.tag(kept.revision()))
                .build();
    }
}
