package io.carryon.ticketing.workflow;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ways in which tickets can end: read by all staff, changed by admins. */
@Path("/v1/resolutions")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN, SignedIn.SERVICE})
@Tag(name = "Workflow")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ResolutionResource {

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int MOST = 100;

    private final Resolutions resolutions;
    private final SettingsTrail trail;

    ResolutionResource(Resolutions resolutions, SettingsTrail trail) {
        this.resolutions = resolutions;
        this.trail = trail;
    }

    /** All resolution codes. */
    @Schema(name = "ResolutionList")
    public record ResolutionList(List<ResolutionCode> items) {}

    /** A resolution code as it shall be. */
    @Schema(name = "ResolutionSetting")
    public record Setting(
            @NotBlank
            @Size(max = 80)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Part exchanged")
            String name,

            @NotNull
            @Schema(
                    description = "For the customer, by language; en is needed",
                    examples = "{\"en\":\"We exchanged the part\"}")
            Map<String, String> customerName,

            @NotNull @Schema(description = "Whether tickets can end so", examples = "true")
            Boolean active) {}

    @GET
    @Transactional
    @Operation(operationId = "listResolutions", summary = "All ways in which a ticket can end")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResolutionList.class)))
    public ResolutionList list() {
        return new ResolutionList(resolutions.all());
    }

    @GET
    @Path("/{code}")
    @Transactional
    @Operation(
            operationId = "getResolution",
            summary = "A resolution code",
            description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The resolution code",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResolutionCode.class)))
    @APIResponse(responseCode = "404", description = "No such resolution code", ref = "Problem")
    public Response get(@Parameter(example = "solved") String code) {
        return answer(resolutions
                .one(code)
                .orElseThrow(() -> ProblemException.notFound("There is no resolution " + code + ".")));
    }

    @PUT
    @Path("/{code}")
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setResolution",
            summary = "Define or change a resolution code",
            description = "If-Match is needed for one that exists.")
    @APIResponse(
            responseCode = "200",
            description = "The resolution code as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResolutionCode.class)))
    @APIResponse(responseCode = "409", description = "There are too many", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "part-exchanged") @Pattern(regexp = CODE) String code,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of one that exists", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var before = resolutions.locked(code);
        if (before.isPresent() || ifMatch != null) {
            Revision.require(
                    ifMatch, "resolution", before.map(ResolutionCode::revision).orElse(0));
        }
        Words.check("/customerName", setting.customerName());
        if (before.isEmpty() && resolutions.all().size() >= MOST) {
            throw ProblemException.conflict("too-many", "There are %d resolution codes already.".formatted(MOST));
        }
        var stored = new ResolutionCode(
                code,
                setting.name(),
                setting.customerName(),
                setting.active(),
                before.map(ResolutionCode::revision).orElse(0) + 1);
        resolutions.store(stored);
        trail.changed("resolution", code, before.orElse(null), stored);
        return answer(stored);
    }

    private static Response answer(ResolutionCode resolution) {
        return Response.ok(resolution).tag(Revision.tag(resolution.revision())).build();
    }
}
