package io.carryon.ticketing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** One ticket, by id or by the number people say. */
@Path("/v1/tickets")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TicketResource {

    private final NamedTickets tickets;
    private final TicketViews views;
    private final VisibleQueues visible;
    private final TicketLog log;
    private final ObjectMapper json;

    TicketResource(NamedTickets tickets, TicketViews views, VisibleQueues visible, TicketLog log, ObjectMapper json) {
        this.tickets = tickets;
        this.views = views;
        this.visible = visible;
        this.log = log;
        this.json = json;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getTicket",
            summary = "A ticket with its customer, card, links and conversation",
            description = "The ETag is needed as If-Match to change owner or status.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"3\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    public Response get(UUID id) {
        return answer(tickets.one(id));
    }

    @GET
    @Path("/number/{number}")
    @Transactional
    @Operation(
            operationId = "getTicketByNumber",
            summary = "A ticket by its number",
            description =
                    "Blanks, dots, hyphens and # are ignored; a wrong check digit is told from an unknown number.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"3\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "400", description = "Not a ticket number: the check digit is wrong", ref = "Problem")
    public Response byNumber(@Parameter(example = "100004") @Size(max = 40) String number) {
        var parsed = TicketNumber.parse(number)
                .orElseThrow(() -> ProblemException.invalid(
                        "number", "is not a ticket number: a digit is wrong or two are swapped, ask again"));
        var ticket = tickets.numbered(parsed);
        visible.require(ticket.state().queue());
        return answer(ticket);
    }

    @GET
    @Path("/{id}/events")
    @Operation(operationId = "listTicketEvents", summary = "The audit trail: everything that happened, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of events",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketHistory.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit or cursor", ref = "Problem")
    public TicketHistory events(
            UUID id,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        var query = "events of " + id;
        var found = log.page(id, cursor == null ? 0 : Cursor.number(cursor, query), limit + 1);
        var slice = Slice.of(found, limit);
        return new TicketHistory(
                slice.items().stream().map(this::shown).toList(),
                slice.next(last -> Cursor.of(query, String.valueOf(last.revision()))),
                slice.hasMore());
    }

    private Response answer(Ticket ticket) {
        return Response.ok(views.of(ticket))
                .tag(Revision.tag(ticket.revision()))
                .build();
    }

    private TicketHistory.Event shown(LoggedEvent event) {
        var actor = event.actor();
        try {
            return new TicketHistory.Event(
                    event.revision(),
                    event.type(),
                    event.at(),
                    new TicketHistory.By(actor.kind(), actor.id(), actor.name()),
                    json.readTree(event.payload()),
                    json.readTree(event.state()),
                    event.correlation());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the log cannot be read", e);
        }
    }
}
