package io.carryon.ticketing.handover;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.staff.Team;
import io.carryon.ticketing.staff.Teams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for whoever asks to accept it, and what they wait for. */
@Path("/v1/handovers")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Handovers")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class OwnHandoverResource {

    private static final int MOST = 100;

    private final HandoverStore handovers;
    private final Teams teams;
    private final VisibleQueues visible;
    private final SignedIn signedIn;

    OwnHandoverResource(HandoverStore handovers, Teams teams, VisibleQueues visible, SignedIn signedIn) {
        this.handovers = handovers;
        this.teams = teams;
        this.visible = visible;
        this.signedIn = signedIn;
    }

    /** Open handovers, the oldest first. */
    @Schema(name = "OpenHandovers")
    public record Open(
            List<Handover> items,

            @Schema(description = "Whether there are more than the 100 oldest")
            boolean hasMore) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listOwnHandovers",
            summary = "What is offered to you or your teams, and what you offer",
            description = "Those that nobody has settled yet, oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Open.class)))
    public Open list() {
        var names = teams.of(signedIn.id()).stream().map(Team::name).toList();
        var found = handovers.concerning(signedIn.id(), names, visible.hiddenNames(), MOST + 1);
        return new Open(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
