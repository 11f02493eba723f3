package io.carryon.ticketing.letters;

import io.carryon.ticketing.letters.LetterStore.Kept;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.settings.SettingsTrail;
import io.carryon.ticketing.wording.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands around the replies of a queue that go by mail: read by all staff, set by supervisors and admins. */
@Path("/v1/queues/{queue}/letter")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Queues")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such queue", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class LetterResource {

    private final LetterStore store;
    private final Routing routing;
    private final SettingsTrail trail;

    LetterResource(LetterStore store, Routing routing, SettingsTrail trail) {
        this.store = store;
        this.routing = routing;
        this.trail = trail;
    }

    /** The frames of all languages. */
    @Schema(name = "Letter")
    public record View(
            @Schema(examples = "billing") String queue,

            @Schema(
                    description = "By ISO 639-1 code, the usual one where none is set",
                    examples = "{\"en\":\"{{text}}\\n\\n-- \\n{{signature}}\\nTicket {{ticket-number}}\"}")
            Map<String, String> texts) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getLetter",
            summary = "What stands around a queue's replies by mail",
            description = "In each language we have words in. The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The frames",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Response get(@Parameter(example = "billing") String queue) {
        return answer(queue, store.frame(routing.existing(queue)));
    }

    @PUT
    @Transactional
    @RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
    @Operation(
            operationId = "setLetter",
            summary = "Say what stands around a queue's replies by mail",
            description =
                    "The customer's language chooses among them. Places are those of GET /v1/placeholders that can "
                            + "be known, text and signature. A line with a place that nothing is known for is left out, and so is "
                            + "one whose places the reply's text says itself, unless it has signature or ticket-number: nothing "
                            + "goes out unfilled or unsigned.")
    @APIResponse(
            responseCode = "200",
            description = "The frames as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "billing") String queue,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the letter", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid LetterFrame setting) {
        setting.check();
        store.takeTurns(routing.existing(queue));
        var before = store.frame(queue);
        Revision.require(ifMatch, "letter", before.revision());
        var after = new Kept<>(setting, before.revision() + 1);
        store.store(queue, after);
        trail.changed("letter", queue, before.content(), setting);
        return answer(queue, after);
    }

    private static Response answer(String queue, Kept<LetterFrame> frame) {
        var texts = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Language::code, language -> frame.content().in(language)));
        return Response.ok(new View(queue, new TreeMap<>(texts)))
                .tag(Revision.tag(frame.revision()))
                .build();
    }
}
