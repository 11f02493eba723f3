package io.carryon.ticketing.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What staff say of a ticket in words and values of their own. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket or queue", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TagResource {

    private final NamedTickets tickets;
    private final Tags tags;
    private final TicketFields fields;
    private final TicketLog log;
    private final SignedIn signedIn;

    TagResource(NamedTickets tickets, Tags tags, TicketFields fields, TicketLog log, SignedIn signedIn) {
        this.tickets = tickets;
        this.tags = tags;
        this.fields = fields;
        this.log = log;
        this.signedIn = signedIn;
    }

    /** The tags of a ticket. */
    @Schema(name = "TicketTags")
    public record TagList(
            @NotNull
            @Size(max = 200)
            @Schema(
                    description = "At most 50, of letters, digits, dots, hyphens and underscores; kept in lower case",
                    examples = "[\"invoice\",\"vip\"]")
            List<String> tags) {}

    /** The values of a ticket's fields. */
    @Schema(name = "TicketFieldValues")
    public record Values(
            @NotNull
            @Size(max = 100)
            @Schema(
                    description = "By key, of the type the queue's schema says; null takes a value out",
                    examples = "{\"serial-number\":\"X-4711\"}")
            Map<String, JsonNode> values) {}

    @PUT
    @Path("/tags")
    @Transactional
    @Operation(operationId = "setTicketTags", summary = "Say which tags a ticket has")
    @APIResponse(
            responseCode = "200",
            description = "The tags as they are now",
            headers =
                    @Header(name = "ETag", description = "The ticket's revision", schema = @Schema(examples = "\"4\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TagList.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response tags(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid TagList wanted) {
        var ticket = tickets.locked(id, ifMatch);
        tags.replace(ticket, wanted.tags(), by());
        log.append(ticket);
        return answer(ticket, new TagList(tags.of(id)));
    }

    @PUT
    @Path("/fields")
    @Transactional
    @Operation(
            operationId = "setTicketFields",
            summary = "Set values of a ticket's fields",
            description = "Of those that its queue knows; what is not named stays.")
    @APIResponse(
            responseCode = "200",
            description = "All values as they are now",
            headers =
                    @Header(name = "ETag", description = "The ticket's revision", schema = @Schema(examples = "\"4\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Values.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response fields(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid Values wanted) {
        var ticket = tickets.locked(id, ifMatch);
        fields.set(ticket, wanted.values(), by());
        log.append(ticket);
        return answer(ticket, new Values(fields.of(ticket)));
    }

    private Actor by() {
        return signedIn.actor();
    }

    private static Response answer(Ticket ticket, Object shown) {
        return Response.ok(shown).tag(Revision.tag(ticket.revision())).build();
    }
}
