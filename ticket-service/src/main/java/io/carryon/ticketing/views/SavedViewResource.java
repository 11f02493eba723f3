package io.carryon.ticketing.views;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.search.TicketFilter;
import io.carryon.ticketing.search.TicketPage;
import io.carryon.ticketing.search.TicketSearch;
import io.carryon.ticketing.search.TicketSort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Queries that staff keep: everybody their own, supervisors and admins those that all see. */
@Path("/v1/views")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Saved views")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class SavedViewResource {

    private static final String IF_MATCH = "The ETag of the view";

    private final SavedViews views;
    private final ViewWork work;
    private final TicketSearch search;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    SavedViewResource(SavedViews views, ViewWork work, TicketSearch search, IdempotencyKeys keys, SignedIn signedIn) {
        this.views = views;
        this.work = work;
        this.search = search;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** A view to be kept. */
    @Schema(name = "SavedViewRequest")
    public record ViewRequest(
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "My open complaints")
            String name,

            @NotNull
            @Size(max = TicketFilter.MOST_OF_QUERY)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(
                    description = "In the syntax of the list's q; empty for all tickets. me is whoever looks",
                    examples = "status:open owner:me complaint")
            String query,

            @Schema(description = "updated when left out") TicketSort sort,

            @Schema(
                    description =
                            "Whether everybody sees it, which takes a supervisor or an admin; false when left out")
            Boolean shared) {

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listViews",
            summary = "Your own views and the shared ones, oldest first",
            description = "Counts take as long as the views' queries do: ask for few views at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of views",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewPage.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit or cursor", ref = "Problem")
    public ViewPage list(
            @QueryParam("counts")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to count each view's tickets, up to 1,000")
                    boolean counts,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(50) int limit) {
        var query = "views of " + signedIn.id();
        var after = cursor == null
                ? null
                : Cursor.uuid(Cursor.keys(cursor, query, 1).getFirst());
        var found = views.of(signedIn.id(), after, limit + 1);
        var slice = Slice.of(found, limit);
        return new ViewPage(
                slice.items().stream()
                        .map(view -> ViewView.of(view, counts ? work.count(view) : null))
                        .toList(),
                slice.next(last -> Cursor.of(query, last.id().toString())),
                slice.hasMore());
    }

    @POST
    @Transactional
    @Operation(operationId = "createView", summary = "Keep a query as a view")
    @APIResponse(
            responseCode = "201",
            description = "It is kept",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewView.class)))
    @APIResponse(responseCode = "400", description = "A field, the query or the key is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The name is taken, or there are 200", ref = "Problem")
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response create(
            @HeaderParam(IdempotencyKeys.HEADER)
                    @Parameter(
                            description = "New for each view; the same key and body get the first answer again",
                            required = true)
                    String key,
            @NotNull @Valid ViewRequest request) {
        var scope = IdempotencyKeys.scope(signedIn.id(), "/v1/views", key);
        var made = keys.once(scope, request, ViewView.class, () -> ViewView.of(work.create(request), null));
        return Response.created(URI.create("/v1/views/" + made.id()))
                .entity(made)
                .tag(Revision.tag(made.revision()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getView", summary = "One view", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The view",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewView.class)))
    @APIResponse(responseCode = "404", description = "No such view, or another's own", ref = "Problem")
    public Response get(UUID id) {
        return answer(work.seen(id));
    }

    @GET
    @Path("/{id}/tickets")
    @Operation(operationId = "listTicketsOfView", summary = "The tickets in a view, latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of tickets",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketPage.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit, or the cursor of another query", ref = "Problem")
    @APIResponse(responseCode = "404", description = "No such view, or another's own", ref = "Problem")
    @Transactional
    public TicketPage tickets(
            UUID id,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var view = work.seen(id);
        return search.page(view.query(), view.sort(), cursor, limit);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "changeView", summary = "Change a view: your own, or a shared one as supervisor or admin")
    @APIResponse(
            responseCode = "200",
            description = "The view as it is now",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"2\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewView.class)))
    @APIResponse(responseCode = "400", description = "A field or the query is wrong", ref = "Problem")
    @APIResponse(responseCode = "404", description = "No such view, or another's own", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The name is taken", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response change(
            UUID id,
            @HeaderParam("If-Match") @Parameter(description = IF_MATCH, required = true, example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid ViewRequest request) {
        return answer(work.change(id, ifMatch, request));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "deleteView", summary = "Delete a view: your own, or a shared one as supervisor or admin")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such view, or another's own", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public void delete(
            UUID id,
            @HeaderParam("If-Match") @Parameter(description = IF_MATCH, required = true, example = "\"1\"")
                    String ifMatch) {
        work.delete(id, ifMatch);
    }

    private static Response answer(SavedView view) {
        return Response.ok(ViewView.of(view, null))
                .tag(Revision.tag(view.revision()))
                .build();
    }
}
