package io.carryon.ticketing.workflow;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import io.carryon.ticketing.ticket.TicketStatus;
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

/** The statuses there are: read by all staff, changed by admins. */
@Path("/v1/statuses")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN, SignedIn.SERVICE})
@Tag(name = "Workflow")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class StatusResource {

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int MOST = 100;

    private final Statuses statuses;
    private final SettingsTrail trail;

    StatusResource(Statuses statuses, SettingsTrail trail) {
        this.statuses = statuses;
        this.trail = trail;
    }

    /** All statuses. */
    @Schema(name = "StatusList")
    public record StatusList(List<StatusDefinition> items) {}

    /** A status as it shall be. */
    @Schema(name = "StatusSetting")
    public record Setting(
            @NotNull @Schema(description = "The category; of a status that exists it cannot be changed")
            TicketStatus status,

            @NotBlank
            @Size(max = 80)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Waiting for supplier")
            String name,

            @NotNull
            @Schema(
                    description = "For the customer, by language; en is needed",
                    examples = "{\"en\":\"We wait for a part\"}")
            Map<String, String> customerName,

            @NotNull
            @Size(max = MOST)
            @Schema(description = "Codes of the statuses it may be followed by", examples = "[\"open\"]")
            List<@NotNull String> movesTo,

            @Schema(description = "Makes it the default of its category; only another one can take its place")
            boolean byDefault,

            @NotNull @Schema(description = "Whether tickets can be moved to it", examples = "true")
            Boolean active) {}

    @GET
    @Transactional
    @Operation(operationId = "listStatuses", summary = "All statuses, by category")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StatusList.class)))
    public StatusList list() {
        return new StatusList(statuses.all());
    }

    @GET
    @Path("/{code}")
    @Transactional
    @Operation(operationId = "getStatus", summary = "A status", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The status",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StatusDefinition.class)))
    @APIResponse(responseCode = "404", description = "No such status", ref = "Problem")
    public Response get(@Parameter(example = "on-hold") String code) {
        return answer(Statuses.named(statuses.all(), code)
                .orElseThrow(() -> ProblemException.notFound("There is no status " + code + ".")));
    }

    @PUT
    @Path("/{code}")
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setStatus",
            summary = "Define or change a status",
            description = "If-Match is needed for one that exists. A status is never deleted: one that is not active "
                    + "stays on the tickets that have it.")
    @APIResponse(
            responseCode = "200",
            description = "The status as it is now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StatusDefinition.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "waiting-for-supplier") @Pattern(regexp = CODE) String code,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of one that exists", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var all = statuses.allLocked();
        var before = Statuses.named(all, code);
        if (before.isPresent() || ifMatch != null) {
            Revision.require(
                    ifMatch, "status", before.map(StatusDefinition::revision).orElse(0));
        }
        check(all, code, before.orElse(null), setting);
        statuses.store(new StatusDefinition(
                code,
                setting.status(),
                setting.name(),
                setting.customerName(),
                setting.movesTo().stream().distinct().toList(),
                setting.byDefault(),
                setting.active(),
                before.map(StatusDefinition::revision).orElse(0) + 1));
        var after = Statuses.named(statuses.all(), code).orElseThrow();
        trail.changed("status", code, before.orElse(null), after);
        return answer(after);
    }

    private static void check(List<StatusDefinition> all, String code, StatusDefinition before, Setting setting) {
        Words.check("/customerName", setting.customerName());
        if (before == null && all.size() >= MOST) {
            throw ProblemException.conflict("too-many", "There are %d statuses already.".formatted(MOST));
        }
        if (before != null && before.status() != setting.status()) {
            throw ProblemException.invalid("/status", "must stay " + before.status());
        }
        if (before != null && before.byDefault() && !setting.byDefault()) {
            throw ProblemException.invalid("/byDefault", "must stay true until another one of the category has it");
        }
        if (setting.byDefault() && !setting.active()) {
            throw ProblemException.invalid("/active", "must be true for the default of a category");
        }
        for (var at = 0; at < setting.movesTo().size(); at++) {
            var to = setting.movesTo().get(at);
            var named = Statuses.named(all, to);
            var becomesNew = named.isPresent()
                    && named.get().status() == TicketStatus.NEW
                    && setting.status() != TicketStatus.NEW;
            if (becomesNew || (named.isEmpty() && !to.equals(code))) {
                throw ProblemException.invalid(
                        "/movesTo/" + at, "must be a status, and none of NEW: nothing becomes new again");
            }
        }
    }

    private static Response answer(StatusDefinition status) {
        return Response.ok(status).tag(Revision.tag(status.revision())).build();
    }
}
