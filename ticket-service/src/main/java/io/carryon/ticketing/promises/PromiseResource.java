package io.carryon.ticketing.promises;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.problem.Cursor;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer was promised, and what they are promised next. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Promises")
@APIResponse(responseCode = "400", description = "A field, limit or cursor is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class PromiseResource {

    private static final String ORDER = "promises";

    private final NamedTickets tickets;
    private final PromiseStore promises;
    private final NextSteps steps;
    private final SignedIn signedIn;

    PromiseResource(NamedTickets tickets, PromiseStore promises, NextSteps steps, SignedIn signedIn) {
        this.tickets = tickets;
        this.promises = promises;
        this.steps = steps;
        this.signedIn = signedIn;
    }

    /** What comes next. */
    @Schema(name = "NextStep")
    public record NextStep(
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(
                    description = "In words for the customer",
                    examples = "Our accountants check the invoice and we write to you.")
            String nextStep,

            @NotNull
            @Schema(
                    description = "By when the customer hears from us: in the future, within a year",
                    examples = "2026-12-01T16:00:00Z")
            Instant nextUpdateBy) {}

    @PUT
    @Path("/next-step")
    @Transactional
    @Operation(
            operationId = "changeNextStep",
            summary = "Tell the customer what comes next, and by when they hear from us",
            description =
                    "A promise: what was promised before is moved when its time has not come yet, and broken when it "
                            + "has. It is kept by a reply, a call that staff answer, or the solution in time. The customer sees it "
                            + "at the portal.")
    @APIResponse(
            responseCode = "200",
            description = "What the customer can expect now, with the ticket's new ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outlook.class)))
    @APIResponse(responseCode = "409", description = "The ticket is resolved or closed", ref = "Problem")
    @APIResponse(responseCode = "412", description = "The ticket has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response say(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid NextStep next) {
        var ticket = steps.say(id, ifMatch, next.nextStep().strip(), next.nextUpdateBy(), signedIn.actor());
        return Response.ok(steps.outlook(ticket).orElseThrow())
                .tag(Revision.tag(ticket.revision()))
                .build();
    }

    @GET
    @Path("/promises")
    @Transactional
    @Operation(
            operationId = "listPromises",
            summary = "What the customer was promised and what became of it, the last first")
    @APIResponse(
            responseCode = "200",
            description = "A page of the ledger",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PromiseView.Page.class)))
    public PromiseView.Page promises(
            UUID id,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        var found =
                promises.page(id, cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor, ORDER + id), limit + 1);
        var slice = Slice.of(found, limit);
        return new PromiseView.Page(
                slice.items().stream().map(PromiseView::of).toList(),
                slice.next(last -> Cursor.of(ORDER + id, String.valueOf(last.number()))),
                slice.hasMore());
    }
}
