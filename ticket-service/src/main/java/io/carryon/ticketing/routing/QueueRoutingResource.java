package io.carryon.ticketing.routing;

import io.carryon.ticketing.calendar.CalendarStore;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
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

/** How a queue's tickets find their agents: read by all staff, changed by admins. */
@Path("/v1/queues/{queue}/routing")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such queue", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class QueueRoutingResource {

    private final QueueRoutings routings;
    private final Routing routing;
    private final CalendarStore calendars;
    private final SettingsTrail trail;

    QueueRoutingResource(QueueRoutings routings, Routing routing, CalendarStore calendars, SettingsTrail trail) {
        this.routings = routings;
        this.routing = routing;
        this.calendars = calendars;
        this.trail = trail;
    }

    /** The routing as it shall be. */
    @Schema(name = "QueueRoutingSetting")
    public record Setting(
            @Schema(description = "pull when left out", examples = "push")
            QueueMode mode,

            @NotNull
            @Size(max = 20)
            @Schema(
                    description = "Left empty, everybody who serves the queue gets its tickets",
                    examples = "[\"refunds\"]")
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[a-z0-9][a-z0-9-]{0,63}",
                                    message = "must be lower case letters, digits and hyphens, 64 at most")
                            String>
                    skills,

            @Size(max = 64)
            @Schema(
                    description = "A business calendar; left out, its tickets are given at any time",
                    examples = "default")
            String calendar) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getQueueRouting",
            summary = "How a queue's tickets find their agents",
            description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The routing",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueRouting.class)))
    public Response get(@Parameter(example = "billing") String queue) {
        return answer(routings.all().get(routing.existing(queue)));
    }

    @PUT
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setQueueRouting",
            summary = "Change how a queue's tickets find their agents",
            description =
                    "push gives the next ticket to whoever is there, has room for it, its skills and its language, and has "
                            + "been idle longest; pull leaves it to agents to take (claim-next). Either way a ticket on an issue "
                            + "whose earlier ticket somebody owned goes to them if they are there. It holds for the next ticket; "
                            + "what somebody owns stays with them.")
    @APIResponse(
            responseCode = "200",
            description = "The routing as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueRouting.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "billing") String queue,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the routing", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var before = routings.locked(routing.existing(queue));
        Revision.require(ifMatch, "routing", before.revision());
        if (setting.calendar() != null && calendars.present(setting.calendar()).isEmpty()) {
            throw ProblemException.invalid("/calendar", "must be the name of a business calendar (GET /v1/calendars)");
        }
        var after = new QueueRouting(
                queue,
                setting.mode() == null ? QueueMode.pull : setting.mode(),
                setting.skills().stream().distinct().sorted().toList(),
                setting.calendar(),
                before.revision() + 1);
        routings.store(after);
        trail.changed("queue-routing", queue, before, after);
        return answer(after);
    }

    private static Response answer(QueueRouting routing) {
        return Response.ok(routing).tag(Revision.tag(routing.revision())).build();
    }
}
