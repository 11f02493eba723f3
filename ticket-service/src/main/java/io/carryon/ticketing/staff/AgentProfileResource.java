package io.carryon.ticketing.staff;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What agents can do and how much at once: read by all staff, said by supervisors and admins. */
@Path("/v1/agents/{id}/profile")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class AgentProfileResource {

    private static final String ID = "Subject of the agent's token, or me";

    private final Profiles profiles;
    private final Teams teams;
    private final Workload workload;
    private final StaffConfig config;
    private final SettingsTrail trail;
    private final SignedIn signedIn;

    AgentProfileResource(
            Profiles profiles,
            Teams teams,
            Workload workload,
            StaffConfig config,
            SettingsTrail trail,
            SignedIn signedIn) {
        this.profiles = profiles;
        this.teams = teams;
        this.workload = workload;
        this.config = config;
        this.trail = trail;
        this.signedIn = signedIn;
    }

    /** What is to be said of an agent. */
    @Schema(name = "AgentProfileSetting")
    public record Setting(
            @NotNull @Size(max = 50) @Schema(description = "Words that queues ask for", examples = "[\"refunds\"]")
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[a-z0-9][a-z0-9-]{0,63}",
                                    message = "must be lower case letters, digits and hyphens, 64 at most")
                            String>
                    skills,

            @NotNull
            @Size(max = 20)
            @Schema(
                    description = "Primary subtags of the languages they can work in, out of those configured",
                    examples = "[\"en\",\"de\"]")
            List<@NotNull String> languages,

            @NotNull
            @Min(0)
            @Max(10_000)
            @Schema(
                    description = "How much they work on at once, in the weights of channels (carryon.staff.weights)",
                    examples = "20")
            Integer capacity) {}

    /** An agent as tickets see them. */
    @Schema(name = "AgentProfile")
    public record View(
            @Schema(examples = "agent-1") String id,
            @Schema(examples = "[\"refunds\"]") List<String> skills,
            @Schema(examples = "[\"en\",\"de\"]") List<String> languages,
            @Schema(examples = "20") int capacity,

            @Schema(description = "What their open tickets take of it", examples = "11")
            int load,

            @Schema(examples = "[\"invoices\"]") List<String> teams,

            @Schema(description = "Counts the changes, 0 is the service's setting; the ETag", examples = "0")
            int revision) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getAgentProfile",
            summary = "What an agent can do, how much at once, and what they have to do",
            description = "The ETag is needed to change it. Of whom nothing was said, the service's settings hold.")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Response get(@Parameter(description = ID, example = "agent-1") String id) {
        return answer(profiles.of(signedIn.subject(id)));
    }

    @PUT
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "setAgentProfile",
            summary = "Say what an agent can do and how much at once",
            description = "It holds for the next ticket they get; what they own stays with them.")
    @APIResponse(
            responseCode = "200",
            description = "The profile as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(description = ID, example = "agent-1") String id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the profile", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        for (var at = 0; at < setting.languages().size(); at++) {
            if (!config.languages().contains(setting.languages().get(at))) {
                throw ProblemException.invalid("/languages/" + at, "must be one of " + config.languages());
            }
        }
        var before = profiles.locked(signedIn.subject(id));
        Revision.require(ifMatch, "profile", before.revision());
        var after = new AgentProfile(
                before.agentId(),
                setting.skills().stream().distinct().sorted().toList(),
                setting.languages().stream().distinct().sorted().toList(),
                setting.capacity(),
                before.revision() + 1);
        profiles.store(after);
        trail.changed("agent-profile", after.agentId(), before, after);
        return answer(after);
    }

    private Response answer(AgentProfile profile) {
        return Response.ok(new View(
                        profile.agentId(),
                        profile.skills(),
                        profile.languages(),
                        profile.capacity(),
                        workload.of(profile.agentId()),
                        teams.of(profile.agentId()).stream().map(Team::name).toList(),
                        profile.revision()))
                .tag(Revision.tag(profile.revision()))
                .build();
    }
}
