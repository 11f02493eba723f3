package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.problem.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers who are to be called back. */
@Path("/v1/callbacks")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Calls")
@APIResponse(responseCode = "400", description = "A field or filter is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class CallbackResource {

    private final CallbackViews views;
    private final CallbackWork work;
    private final VisibleQueues visible;
    private final SignedIn signedIn;

    CallbackResource(CallbackViews views, CallbackWork work, VisibleQueues visible, SignedIn signedIn) {
        this.views = views;
        this.work = work;
        this.visible = visible;
        this.signedIn = signedIn;
    }

    /** What became of it. */
    @Schema(name = "CallbackResult")
    public record Result(
            @NotNull
            @Schema(
                    enumeration = {"done", "failed", "cancelled"},
                    examples = "done")
            CallbackState state,

            @Size(max = 1000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Reached her, all is well.")
            String note) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listCallbacks",
            summary = "Callbacks, the live ones first, of them those that wait longest")
    @APIResponse(
            responseCode = "200",
            description = "A page of callbacks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallbackPage.class)))
    public CallbackPage list(
            @QueryParam("queue")
                    @Size(max = 64)
                    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
                    @Parameter(description = "Of tickets in it", example = "billing")
                    String queue,
            @QueryParam("state") @Parameter(description = "Only these; requested and offered are live")
                    CallbackState state,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "callbacks " + queue + " " + state;
        var found =
                views.page(state, queue, cursor == null ? null : mark(cursor, query), visible.hiddenNames(), limit + 1);
        var slice = Slice.of(found, limit);
        return new CallbackPage(
                slice.items(), slice.next(last -> cursor(CallbackViews.Mark.after(last), query)), slice.hasMore());
    }

    private static String cursor(CallbackViews.Mark mark, String query) {
        return Cursor.of(
                query,
                Boolean.toString(mark.isSettled()),
                mark.requestedAt().toString(),
                mark.id().toString());
    }

    private static CallbackViews.Mark mark(String cursor, String query) {
        var keys = Cursor.keys(cursor, query, 3);
        return new CallbackViews.Mark(
                Boolean.parseBoolean(keys.get(0)), Cursor.instant(keys.get(1)), Cursor.uuid(keys.get(2)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCallback", summary = "One callback", description = "The ETag is needed to settle it.")
    @APIResponse(
            responseCode = "200",
            description = "The callback",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallbackView.class)))
    @APIResponse(responseCode = "404", description = "No such callback", ref = "Problem")
    public Response get(UUID id) {
        return answer(views.one(id).orElseThrow(() -> ProblemException.notFound("There is no callback " + id + ".")));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "settleCallback",
            summary = "Say what became of a callback",
            description = "Of one that is requested or offered. The ticket's history keeps it.")
    @APIResponse(
            responseCode = "200",
            description = "The callback as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallbackView.class)))
    @APIResponse(responseCode = "404", description = "No such callback", ref = "Problem")
    @APIResponse(responseCode = "409", description = "It is settled already", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response settle(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the callback", required = true, example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Result result) {
        if (!result.state().isStaffs()) {
            throw ProblemException.invalid("/state", "must be one of [done, failed, cancelled]");
        }
        var by = signedIn.actor();
        return answer(work.settle(id, ifMatch, result.state(), result.note(), by));
    }

    private static Response answer(CallbackView callback) {
        return Response.ok(callback).tag(Revision.tag(callback.revision())).build();
    }
}
