package io.carryon.ticketing.staff;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.RoutingConfig;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who serves queues together: read by all staff, said by supervisors and admins. */
@Path("/v1/teams")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TeamResource {

    private static final int MOST = 200;
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final Teams teams;
    private final RoutingConfig routing;
    private final SettingsTrail trail;

    TeamResource(Teams teams, RoutingConfig routing, SettingsTrail trail) {
        this.teams = teams;
        this.routing = routing;
        this.trail = trail;
    }

    /** Who is in a team, and what it serves. */
    @Schema(name = "TeamSetting")
    public record Setting(
            @NotNull
            @Size(max = Team.MOST_MEMBERS)
            @Schema(description = "Subjects of their tokens", examples = "[\"agent-1\"]")
            List<
                            @NotNull
                            @Pattern(regexp = "[^\\s\\p{Cntrl}]{1,100}", message = "must be the subject of a token")
                            String>
                    members,

            @NotNull @Size(max = 50) @Schema(examples = "[\"billing\"]")
            List<@NotNull String> queues) {}

    /** All teams. */
    @Schema(name = "TeamList")
    public record TeamList(List<Team> items) {}

    @GET
    @Transactional
    @Operation(operationId = "listTeams", summary = "All teams, by name")
    @APIResponse(
            responseCode = "200",
            description = "At most 200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TeamList.class)))
    public TeamList list() {
        return new TeamList(teams.all(MOST));
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(operationId = "getTeam", summary = "One team", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The team",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Team.class)))
    @APIResponse(responseCode = "404", description = "No such team", ref = "Problem")
    public Response get(@Parameter(example = "invoices") String name) {
        return answer(teams.named(name).orElseThrow(() -> ProblemException.notFound("There is no team " + name + ".")));
    }

    @PUT
    @Path("/{name}")
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "setTeam",
            summary = "Make a team, or change it",
            description = "Its members serve its queues besides those they say themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The team as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Team.class)))
    @APIResponse(responseCode = "400", description = "A field or the name is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "There are 200 teams", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and the team exists", ref = "Problem")
    public Response put(
            @Parameter(description = "Lower case letters, digits and hyphens, 64 at most", example = "invoices")
                    String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the team; left out for a new one", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        if (!name.matches(NAME)) {
            throw ProblemException.invalid("name", "must be lower case letters, digits and hyphens, 64 at most");
        }
        for (var at = 0; at < setting.queues().size(); at++) {
            if (!routing.queues().contains(setting.queues().get(at))) {
                throw ProblemException.invalid("/queues/" + at, "must be one of " + routing.queues());
            }
        }
        teams.takeTurns();
        var before = teams.named(name);
        before.ifPresent(team -> Revision.require(ifMatch, "team", team.revision()));
        if (before.isEmpty() && teams.all(MOST).size() == MOST) {
            throw ProblemException.conflict("too-many", "There are %d teams, and no more are kept.".formatted(MOST));
        }
        var after = new Team(
                name,
                setting.members().stream().distinct().sorted().toList(),
                setting.queues().stream().distinct().sorted().toList(),
                before.map(Team::revision).orElse(0) + 1);
        teams.store(after);
        trail.changed("team", name, before.orElse(null), after);
        return answer(after);
    }

    private static Response answer(Team team) {
        return Response.ok(team).tag(Revision.tag(team.revision())).build();
    }
}
