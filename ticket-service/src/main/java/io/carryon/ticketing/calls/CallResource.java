package io.carryon.ticketing.calls;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls, while they wait, are answered, and afterwards. */
@Path("/v1/calls")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Calls")
@APIResponse(responseCode = "400", description = "A filter, limit or cursor is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class CallResource {

    /** A contact is here within a second of its call, unless something is away. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final CallViews views;
    private final VisibleQueues visible;

    CallResource(CallViews views, VisibleQueues visible) {
        this.views = views;
        this.visible = visible;
    }

    @GET
    @Path("/{contactId}")
    @Transactional
    @Operation(
            operationId = "getCall",
            summary = "The screen pop: all that is known of a call",
            description = "Under the contact's id that the zero-out answered, from the moment its ticket is made; "
                    + "before that 404 with Retry-After: ask again.")
    @APIResponse(
            responseCode = "200",
            description = "The call as it stands",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "Not here yet: ask again after Retry-After", ref = "Problem")
    public CallView get(UUID contactId) {
        return Optional.ofNullable(views.of(List.of(contactId)).get(contactId))
                .orElseThrow(() -> ProblemException.notYet(
                        "There is no call " + contactId + " here yet. Its ticket is made as soon as the contact "
                                + "arrives: ask again.",
                        ASK_AGAIN));
    }

    @GET
    @Transactional
    @Operation(operationId = "listCalls", summary = "Calls, latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of calls, without cards, questions, recordings, transcripts and callbacks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallPage.class)))
    public CallPage list(
            @QueryParam("queue")
                    @Size(max = 64)
                    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
                    @Parameter(description = "Only of this queue", example = "billing")
                    String queue,
            @QueryParam("state")
                    @Parameter(
                            description = "Only these. Of the waiting none that came longer ago than anybody waits: "
                                    + "its end was not told",
                            example = "waiting")
                    CallState state,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "calls " + queue + " " + state;
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = views.page(
                state,
                queue,
                mark == null ? null : Cursor.instant(mark.get(0)),
                mark == null ? null : Cursor.uuid(mark.get(1)),
                visible.hiddenNames(),
                limit + 1);
        var slice = Slice.of(found, limit);
        return new CallPage(
                slice.items(),
                slice.next(last -> Cursor.of(
                        query, last.arrivedAt().toString(), last.contactId().toString())),
                slice.hasMore());
    }
}
