package io.carryon.ticketing.understanding;

import io.carryon.ticketing.operations.NamedTickets;
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
import jakarta.validation.constraints.NotBlank;
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

/** Whether the customer's matter is understood as they mean it. */
@Path("/v1/tickets/{id}/understanding")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN, SignedIn.SERVICE})
@Tag(name = "Understanding")
@APIResponse(responseCode = "400", description = "A field, limit or cursor is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, or nothing is understood yet", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class UnderstandingResource {

    private static final String NO_NUL = "[^\\x00]*";
    private static final String NUL = "must not contain NUL characters";
    private static final String ORDER = "understandings of ";

    private final NamedTickets tickets;
    private final Understandings understandings;
    private final UnderstandingWork work;
    private final SignedIn signedIn;

    UnderstandingResource(
            NamedTickets tickets, Understandings understandings, UnderstandingWork work, SignedIn signedIn) {
        this.tickets = tickets;
        this.understandings = understandings;
        this.work = work;
        this.signedIn = signedIn;
    }

    /** How staff understand it. */
    @Schema(name = "UnderstandingProposal")
    public record Proposal(
            @NotBlank
            @Size(max = 2000)
            @Pattern(regexp = NO_NUL, message = NUL)
            @Schema(
                    description = "What happened, in the customer's language",
                    examples = "The invoice of May charges the device twice.")
            String problem,

            @Size(max = 2000)
            @Pattern(regexp = NO_NUL, message = NUL)
            @Schema(description = "What the customer expects of us", examples = "A corrected invoice.")
            String expectation,

            @Schema(examples = "REFUND") DesiredOutcome desiredOutcome) {}

    /** What the customer says to it. */
    @Schema(name = "UnderstandingAnswerWord")
    public enum Word {
        CONFIRMED,
        CORRECTED
    }

    /** The customer's word; what is left out of a correction stays as it was. */
    @Schema(name = "UnderstandingAnswer")
    public record Answer(
            @NotNull @Schema(examples = "CORRECTED") Word answer,

            @Size(max = 2000)
            @Pattern(regexp = NO_NUL, message = NUL)
            @Schema(examples = "The invoice of June is wrong, not that of May.")
            String problem,

            @Size(max = 2000) @Pattern(regexp = NO_NUL, message = NUL) @Schema(examples = "My money back.")
            String expectation,

            @Schema(examples = "REFUND") DesiredOutcome desiredOutcome) {

        boolean changesSomething() {
            return problem != null || expectation != null || desiredOutcome != null;
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getUnderstanding",
            summary = "How the customer's matter is understood",
            description = "The ETag is needed to change it; before the first proposal it is \"0\" (404).")
    @APIResponse(
            responseCode = "200",
            description = "The version that holds",
            headers = @Header(name = "ETag", description = "The version", schema = @Schema(examples = "\"1\"")),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnderstandingView.class)))
    public Response get(UUID id) {
        tickets.require(id);
        return understandings
                .of(id)
                .map(UnderstandingResource::answer)
                .orElseThrow(() -> ProblemException.notFound(
                        "Nobody has said how they understand the matter yet; to do so, send If-Match: \"0\"."));
    }

    @GET
    @Path("/versions")
    @Transactional
    @Operation(operationId = "listUnderstandings", summary = "All versions, the last first")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnderstandingView.Page.class)))
    public UnderstandingView.Page versions(
            UUID id,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        var before = cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor, ORDER + id);
        var found = understandings.page(id, before, limit + 1);
        var slice = Slice.of(found, limit);
        return new UnderstandingView.Page(
                slice.items().stream().map(UnderstandingView::of).toList(),
                slice.next(last -> Cursor.of(ORDER + id, String.valueOf(last.version()))),
                slice.hasMore());
    }

    @PUT
    @Transactional
    @RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "proposeUnderstanding",
            summary = "Say how you understand the customer's matter",
            description = "PROPOSED until the customer confirms or corrects it; the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "As it is understood now, with its ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnderstandingView.class)))
    @APIResponse(responseCode = "409", description = "The ticket is closed", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response propose(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the understanding", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Proposal proposal) {
        return answer(work.propose(id, ifMatch, proposal, signedIn.actor()));
    }

    @PUT
    @Path("/answer")
    @Transactional
    @Operation(
            operationId = "answerUnderstanding",
            summary = "Keep what the customer says to it",
            description = "CONFIRMED, or CORRECTED with how it really is: on the customer's word by staff, or by the "
                    + "customer at the portal, whose machine's token (role service) speaks for them.")
    @APIResponse(
            responseCode = "200",
            description = "As it is understood now, with its ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnderstandingView.class)))
    @APIResponse(responseCode = "409", description = "Nothing was proposed, or the ticket is closed", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response say(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the understanding", required = true, example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Answer said) {
        if ((said.answer() == Word.CORRECTED) != said.changesSomething()) {
            throw ProblemException.invalid(
                    "/answer", "must be CORRECTED with what is corrected, or CONFIRMED with nothing else");
        }
        var by = signedIn.isService() ? null : signedIn.actor();
        return answer(work.answer(id, ifMatch, said, by));
    }

    private static Response answer(Understanding shown) {
        return Response.ok(UnderstandingView.of(shown))
                .tag(Revision.tag(shown.version()))
                .build();
    }
}
