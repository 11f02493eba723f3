package io.carryon.ticketing.workflow;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For how long a customer's follow-up opens a ticket of a queue again: read by all staff, changed by admins. */
@Path("/v1/queues/{queue}/reopening")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Workflow")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ReopeningResource {

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Reopening reopening;
    private final Routing routing;
    private final SettingsTrail trail;

    ReopeningResource(Reopening reopening, Routing routing, SettingsTrail trail) {
        this.trail = trail;
        this.reopening = reopening;
        this.routing = routing;
    }

    /** The window of a queue. */
    @Schema(name = "QueueReopening")
    public record QueueReopening(
            @Schema(examples = "support") String queue,

            @Schema(description = "An ISO 8601 duration since the ticket was resolved", examples = "PT336H")
            String window,

            @Schema(description = "Counts the changes, 0 is the service's setting; the ETag", examples = "0")
            int revision) {}

    /** The window as it shall be. */
    @Schema(name = "QueueReopeningSetting")
    public record Setting(
            @NotBlank
            @Size(max = 40)
            @Schema(
                    description =
                            "An ISO 8601 duration of days, hours and minutes, up to 3660 days; P0D opens no ticket again",
                    examples = "P14D")
            String window) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getReopening",
            summary = "A queue's window",
            description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The window",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueReopening.class)))
    @APIResponse(responseCode = "404", description = "No such queue", ref = "Problem")
    public Response get(@Parameter(example = "support") String queue) {
        return answer(queue, reopening.of(routing.existing(queue)));
    }

    @PUT
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setReopening",
            summary = "Change a queue's window",
            description = "A follow-up within the window opens the ticket again; later it opens a new one on the same "
                    + "issue. A thank-you opens nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The window as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueReopening.class)))
    @APIResponse(responseCode = "404", description = "No such queue", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "support") String queue,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the window", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var before = reopening.locked(routing.existing(queue));
        Revision.require(ifMatch, "window", before.revision());
        var window = new Reopening.Window(length(setting.window()), before.revision() + 1);
        reopening.store(queue, window);
        trail.changed("reopening", queue, view(queue, before), view(queue, window));
        return answer(queue, window);
    }

    private static Duration length(String text) {
        try {
            var length = Duration.parse(text);
            if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below.
        }
        throw ProblemException.invalid("/window", "must be a duration such as P14D or PT12H, up to 3660 days");
    }

    private static QueueReopening view(String queue, Reopening.Window window) {
        return new QueueReopening(queue, window.length().toString(), window.revision());
    }

    private static Response answer(String queue, Reopening.Window window) {
        return Response.ok(view(queue, window))
                .tag(Revision.tag(window.revision()))
                .build();
    }
}
