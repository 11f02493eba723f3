package io.carryon.ticketing.presence;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is on a ticket just now, and who is writing an answer. */
@Path("/v1/tickets/{id}/presence")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Stream")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff, or the queue is another's", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class PresenceResource {

    private static final int MOST_SHOWN = 100;

    private final PresenceStore store;
    private final PresenceConfig config;
    private final NamedTickets tickets;
    private final SignedIn signedIn;
    private final Event<PresenceWatch.Said> said;
    private final Clock clock;

    PresenceResource(
            PresenceStore store,
            PresenceConfig config,
            NamedTickets tickets,
            SignedIn signedIn,
            Event<PresenceWatch.Said> said,
            Clock clock) {
        this.store = store;
        this.config = config;
        this.tickets = tickets;
        this.signedIn = signedIn;
        this.said = said;
        this.clock = clock;
    }

    /** What somebody does on a ticket. */
    @Schema(name = "PresenceSetting")
    public record Setting(
            @NotNull @Schema(examples = "replying") Present.State state) {}

    /** Everybody on a ticket, up to 100. */
    @Schema(name = "PresenceList")
    public record OnTicket(List<Present> items) {}

    @GET
    @Transactional
    @Operation(operationId = "listPresence", summary = "Who is on a ticket just now")
    @APIResponse(
            responseCode = "200",
            description = "They, by their ids; 100 at most",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OnTicket.class)))
    public OnTicket list(UUID id) {
        tickets.require(id);
        return new OnTicket(store.on(id, clock.instant(), MOST_SHOWN));
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "tellPresence",
            summary = "Say that you look at a ticket, or write an answer",
            description =
                    "Holds for 30 seconds: say it again meanwhile. Everybody else on the ticket who listens to the "
                            + "stream is told by the message presence, which names the ticket and others, has no id and is not "
                            + "told again.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody on the ticket now, you among them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OnTicket.class)))
    @APIResponse(responseCode = "400", description = "The state is wrong", ref = "Problem")
    public OnTicket tell(UUID id, @NotNull @Valid Setting setting) {
        tickets.require(id);
        var now = clock.instant();
        store.store(new Present(id, signedIn.id(), signedIn.name(), setting.state(), now.plus(config.expires())));
        said.fire(new PresenceWatch.Said(id));
        return new OnTicket(store.on(id, now, MOST_SHOWN));
    }

    @DELETE
    @Transactional
    @Operation(operationId = "endPresence", summary = "Say that you have left a ticket")
    @APIResponse(responseCode = "204", description = "You are not on it")
    public void leave(UUID id) {
        tickets.require(id);
        store.remove(id, signedIn.id());
        said.fire(new PresenceWatch.Said(id));
    }
}
