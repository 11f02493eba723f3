package io.carryon.ticketing.agents;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.routing.RoutingConfig;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who of staff is there, and where they can be rung. */
@Path("/v1/agents")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class AgentResource {

    /** Told once an agent's desk is as said; whoever keeps desks in mind looks again. */
    public record Told(String agentId) {}

    private static final String ORDER = "agents";

    private final Agents agents;
    private final RoutingConfig routing;
    private final SignedIn signedIn;
    private final Event<Told> told;
    private final Clock clock;

    AgentResource(Agents agents, RoutingConfig routing, SignedIn signedIn, Event<Told> told, Clock clock) {
        this.agents = agents;
        this.routing = routing;
        this.signedIn = signedIn;
        this.told = told;
        this.clock = clock;
    }

    /** What an agent says of themselves. */
    @Schema(name = "AgentStatus")
    public record Telling(
            @Pattern(regexp = "[0-9*#+]{1,32}", message = "must be up to 32 digits, *, # or +")
            @Schema(
                    description = "Where to be rung; whoever had it before has none any more. Left out: nowhere",
                    examples = "101")
            String extension,

            @Size(max = 255)
            @Pattern(regexp = "sips?:[^\\s\\p{Cntrl}]+", message = "must be a sip or sips URI")
            @Schema(description = "The same as an address", examples = "sip:101@pbx.example.org")
            String sipUri,

            @NotNull
            @Size(max = 50)
            @Schema(description = "The queues whose calls are theirs to take", examples = "[\"billing\"]")
            List<@NotNull String> queues,

            @NotNull @Schema(examples = "available") AgentStatus status) {}

    @PUT
    @Path("/me")
    @Transactional
    @Operation(
            operationId = "tellMyStatus",
            summary = "Say where you can be rung, what you serve and whether you are there",
            description =
                    "Replaces all that was said before, so it may be repeated. Nobody counts as available who has "
                            + "neither said so nor held a stream open for a minute (carryon.agents.gone-after): repeat it "
                            + "meanwhile, or keep a stream open.")
    @APIResponse(
            responseCode = "200",
            description = "The agent as kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    public AgentView tell(@NotNull @Valid Telling telling) {
        for (var at = 0; at < telling.queues().size(); at++) {
            if (!routing.queues().contains(telling.queues().get(at))) {
                throw ProblemException.invalid("/queues/" + at, "must be one of " + routing.queues());
            }
        }
        var now = clock.instant();
        var desk = agents.tell(new AgentDesk(
                signedIn.id(),
                signedIn.name(),
                signedIn.roles().stream().sorted().toList(),
                telling.extension(),
                telling.sipUri(),
                telling.queues(),
                telling.status(),
                now,
                now,
                null));
        told.fire(new Told(desk.id()));
        return AgentView.of(desk, true);
    }

    @GET
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(operationId = "listAgents", summary = "All agents, by their ids")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentPage.class)))
    public AgentPage list(
            @QueryParam("cursor") @Size(max = 500) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var found = agents.page(cursor == null ? null : after(cursor), limit + 1);
        var slice = Slice.of(found, limit);
        return new AgentPage(
                slice.items().stream()
                        .map(desk -> AgentView.of(desk, agents.isPresent(desk)))
                        .toList(),
                slice.next(last -> Cursor.of(ORDER, inACursor(last.id()))),
                slice.hasMore());
    }

    /** Subjects of other issuers may hold blanks, which a cursor's keys must not. */
    private static String inACursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String cursor) {
        try {
            var id = Base64.getUrlDecoder().decode(Cursor.keys(cursor, ORDER, 1).getFirst());
            var text = new String(id, StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw Cursor.wrong();
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw Cursor.wrong();
        }
    }
}
