package io.carryon.ticketing.search;

import io.carryon.ticketing.operations.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of tickets. */
@Path("/v1/tickets")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
public class TicketListResource {

    private final TicketSearch search;
    private final SignedIn signedIn;

    TicketListResource(TicketSearch search, SignedIn signedIn) {
        this.search = search;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listTickets",
            summary = "Tickets, latest first",
            description =
                    "Filters and the query are joined by and. A cursor belongs to its filters and its sort: with others it is 400.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tickets",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketPage.class)))
    @APIResponse(responseCode = "400", description = "A wrong filter, limit or cursor", ref = "Problem")
    @APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
    @APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
    public TicketPage list(
            @BeanParam @Valid TicketFilter filter,
            @QueryParam("sort") @DefaultValue("updated") TicketSort sort,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
            @QueryParam("total")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to count all of them, up to 1,000")
                    boolean total) {
        return search.page(search.query(filter.conditions(signedIn::id), filter.q, sort), sort, cursor, limit, total);
    }
}
