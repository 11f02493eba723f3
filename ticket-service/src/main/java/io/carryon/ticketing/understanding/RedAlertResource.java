package io.carryon.ticketing.understanding;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staff say that they know that a customer had to repeat themselves. */
@Path("/v1/tickets/{id}/red-alerts/{contactId}/seen")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Understanding")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, or no alert of this contact", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class RedAlertResource {

    private final NamedTickets tickets;
    private final RedAlerts alerts;
    private final TicketLog log;
    private final SignedIn signedIn;
    private final Clock clock;

    RedAlertResource(NamedTickets tickets, RedAlerts alerts, TicketLog log, SignedIn signedIn, Clock clock) {
        this.tickets = tickets;
        this.alerts = alerts;
        this.log = log;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "seeRedAlert",
            summary = "Say that you have seen a red alert",
            description = "This one and those before it; the ticket is not marked any more. Again, it changes nothing.")
    @APIResponse(responseCode = "204", description = "Seen")
    public void seen(
            UUID id,
            @Parameter(
                            description = "redAlert.contactId of the ticket",
                            example = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
                    UUID contactId) {
        var ticket = tickets.locked(id);
        if (!alerts.isThere(id, contactId)) {
            throw ProblemException.notFound("The ticket has no red alert of contact " + contactId + ".");
        }
        var now = clock.instant();
        if (alerts.see(id, contactId, signedIn.id(), now)) {
            ticket.reported(new UnderstandingEvent.RedAlertSeen(contactId), signedIn.actor(), now);
            log.append(ticket);
        }
    }
}
