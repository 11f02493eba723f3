package io.carryon.ticketing.access;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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

/** Whose the queues are: read by all staff, set by admins. */
@Path("/v1/queues/{queue}/access")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Queues")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such queue", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class QueueAccessResource {

    private static final String KIND = "queue-access";

    private final QueueAccessStore store;
    private final Routing routing;
    private final SettingsTrail trail;
    private final Event<Restrictions.Changed> changed;

    QueueAccessResource(
            QueueAccessStore store, Routing routing, SettingsTrail trail, Event<Restrictions.Changed> changed) {
        this.store = store;
        this.routing = routing;
        this.trail = trail;
        this.changed = changed;
    }

    /** Whose a queue shall be. */
    @Schema(name = "QueueAccessSetting")
    public record Setting(
            @NotNull @Schema(description = "false: everybody's, and the lists count for nothing", examples = "true")
            Boolean restricted,

            @NotNull
            @Size(max = 1000)
            @Schema(description = "Subjects of the tokens of those who may", examples = "[\"agent-1\"]")
            List<
                            @NotNull
                            @Pattern(regexp = "[^\\s\\p{Cntrl}]{1,100}", message = "must be the subject of a token")
                            String>
                    agents,

            @NotNull
            @Size(max = 2)
            @Schema(description = "Roles whose holders may; admins always do", examples = "[\"supervisor\"]")
            List<@NotNull @Pattern(regexp = "agent|supervisor", message = "must be agent or supervisor") String>
                    roles) {}

    /** Whose a queue is. */
    @Schema(name = "QueueAccess")
    public record View(
            @Schema(examples = "billing") String queue,
            @Schema(examples = "true") boolean restricted,

            @Schema(examples = "[\"agent-1\"]") List<String> agents,

            @Schema(examples = "[\"supervisor\"]") List<String> roles) {

        static View of(QueueAccess access) {
            return new View(access.queue(), access.restricted(), access.agents(), access.roles());
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getQueueAccess",
            summary = "Who may see and work on a queue's tickets",
            description = "Everybody, until an admin restricts it. The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "Whose it is",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Response get(@Parameter(example = "billing") String queue) {
        return answer(store.of(routing.existing(queue)));
    }

    @PUT
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setQueueAccess",
            summary = "Say who may see and work on a queue's tickets",
            description = "For all others its tickets are left out of lists, searches, counts, views, exports and the "
                    + "stream, and 403 by id and number. Handing a ticket over into the queue stays open to all. Holds "
                    + "at once at this instance, within two seconds at others.")
    @APIResponse(
            responseCode = "200",
            description = "Whose it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "billing") String queue,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the access", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var before = store.locked(routing.existing(queue));
        Revision.require(ifMatch, "access", before.revision());
        var after = new QueueAccess(
                queue,
                setting.restricted(),
                setting.agents().stream().distinct().toList(),
                setting.roles().stream().distinct().toList(),
                before.revision() + 1);
        store.store(after);
        trail.changed(KIND, queue, View.of(before), View.of(after));
        changed.fire(new Restrictions.Changed(queue));
        return answer(after);
    }

    private static Response answer(QueueAccess access) {
        return Response.ok(View.of(access)).tag(Revision.tag(access.revision())).build();
    }
}
