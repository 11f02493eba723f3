package io.carryon.ticketing.desk;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the customer thinks of how a ticket was dealt with. */
@Path("/v1/tickets/{id}/rating")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN, SignedIn.SERVICE})
@Tag(name = "Tickets")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Neither staff nor service", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TicketRatingResource {

    private final NamedTickets tickets;
    private final TicketWorkflow workflow;
    private final TicketLog log;
    private final SignedIn signedIn;
    private final Clock clock;

    TicketRatingResource(NamedTickets tickets, TicketWorkflow workflow, TicketLog log, SignedIn signedIn, Clock clock) {
        this.tickets = tickets;
        this.workflow = workflow;
        this.log = log;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A judgement. */
    @Schema(name = "Rating")
    public record Rating(
            @NotNull
            @Min(1)
            @Max(5)
            @Schema(description = "From 1, very dissatisfied, to 5, very satisfied", examples = "4")
            Integer score,

            @Size(max = 2000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(description = "Why, in the customer's words", examples = "Quick and friendly.")
            String comment) {}

    @PUT
    @Transactional
    @Operation(
            operationId = "rateTicket",
            summary = "Keep what the customer thinks of the service",
            description =
                    "At any time; of a resolution the last one counts, and the same again changes nothing. A machine's token "
                            + "(role service) speaks for the customer.")
    @APIResponse(
            responseCode = "200",
            description = "The rating as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Rating.class)))
    public Rating rate(UUID id, @NotNull @Valid Rating rating) {
        var ticket = tickets.locked(id);
        ticket.rate(
                new TicketEvent.Rated(rating.score(), rating.comment(), workflow.doneAt(ticket)),
                by(ticket),
                clock.instant());
        log.append(ticket);
        return rating;
    }

    private Actor by(Ticket ticket) {
        return signedIn.isService()
                ? Actor.customer(ticket.state().customerId().toString(), ticket.customerName())
                : signedIn.actor();
    }
}
