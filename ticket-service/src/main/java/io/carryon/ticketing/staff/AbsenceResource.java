package io.carryon.ticketing.staff;

import io.carryon.ticketing.agents.Agents;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When an agent is out of office: said by themselves or by supervisors, read by all staff. */
@Path("/v1/agents/{id}/absence")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff, or somebody else's absence", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class AbsenceResource {

    /** A later end is a slip of the year. */
    private static final Duration LONGEST = Duration.ofDays(731);

    private static final String ID = "Subject of the agent's token, or me";

    private final Absences absences;
    private final Agents agents;
    private final SettingsTrail trail;
    private final SignedIn signedIn;
    private final Clock clock;

    AbsenceResource(Absences absences, Agents agents, SettingsTrail trail, SignedIn signedIn, Clock clock) {
        this.absences = absences;
        this.agents = agents;
        this.trail = trail;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** From when until when, and who stands in. */
    @Schema(name = "AgentAbsenceSetting")
    public record Setting(
            @NotNull @Schema(examples = "2027-07-01T06:00:00Z")
            Instant from,

            @NotNull @Schema(examples = "2027-07-15T06:00:00Z")
            Instant until,

            @Size(min = 1, max = 100)
            @Schema(description = "Subject of a colleague's token, who gets the open tickets", examples = "agent-2")
            String substitute,

            @Size(max = 500)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "On holiday")
            String note) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getAbsence",
            summary = "When an agent is out of office",
            description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The absence that was said last",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Absence.class)))
    @APIResponse(responseCode = "404", description = "None was said", ref = "Problem")
    public Response get(@Parameter(description = ID, example = "agent-1") String id) {
        return answer(absences.of(signedIn.subject(id))
                .orElseThrow(() -> ProblemException.notFound("Nothing was said of an absence.")));
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "setAbsence",
            summary = "Say when an agent is out of office",
            description =
                    "Meanwhile nothing is routed to them. Their open tickets go to the substitute, or back to their queues "
                            + "where there is none, or one who is out of office too or may not see the queue: all when the "
                            + "absence begins, and later those that customers come back to. What was given away stays where it "
                            + "is when they are back; the history says why.")
    @APIResponse(
            responseCode = "200",
            description = "The absence as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Absence.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and there is one", ref = "Problem")
    public Response put(
            @Parameter(description = ID, example = "agent-1") String id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the absence; left out for the first", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var agentId = own(id);
        var now = clock.instant();
        check(setting, agentId, now);
        var before = absences.locked(agentId);
        before.ifPresent(absence -> Revision.require(ifMatch, "absence", absence.revision()));
        // One that goes on is only changed: what was given away for it is not given away again.
        var goesOn = before.filter(absence -> absence.hasBegun(now) && !absence.isOver(now));
        var after = new Absence(
                agentId,
                setting.from(),
                setting.until(),
                setting.substitute(),
                setting.note(),
                setting.from().isAfter(now)
                        ? null
                        : goesOn.map(Absence::givenAt).orElse(null),
                before.map(Absence::revision).orElse(0) + 1);
        absences.store(after);
        trail.changed("absence", agentId, before.orElse(null), after);
        return answer(after);
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "endAbsence",
            summary = "An agent is back, or does not go",
            description = "What was given away stays where it is. The same again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing is said of an absence any more")
    public void end(@Parameter(description = ID, example = "agent-1") String id) {
        var agentId = own(id);
        absences.locked(agentId).ifPresent(before -> {
            absences.end(agentId);
            trail.changed("absence", agentId, before, null);
        });
    }

    private String own(String id) {
        var agentId = signedIn.subject(id);
        if (!agentId.equals(signedIn.id()) && !signedIn.leads()) {
            throw ProblemException.of(
                    403, "not-yours", "That is for themselves to say", "Ask a supervisor to say it for a colleague.");
        }
        if (!agentId.matches("[^\\s\\p{Cntrl}]{1,100}")) {
            throw ProblemException.invalid("id", "must be the subject of a token, or me");
        }
        return agentId;
    }

    private void check(Setting setting, String agentId, Instant now) {
        if (!setting.until().isAfter(setting.from()) || !setting.until().isAfter(now)) {
            throw ProblemException.invalid("/until", "must be after from, and to come");
        }
        if (setting.until().isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid("/until", "must be within two years");
        }
        if (setting.from().isBefore(now.minus(LONGEST))) {
            throw ProblemException.invalid("/from", "must be within the last two years");
        }
        var substitute = setting.substitute();
        if (substitute != null
                && (substitute.equals(agentId)
                        || agents.desks(List.of(substitute)).isEmpty())) {
            throw ProblemException.invalid("/substitute", "must be a colleague who has been here (PUT /v1/agents/me)");
        }
    }

    private static Response answer(Absence absence) {
        return Response.ok(absence).tag(Revision.tag(absence.revision())).build();
    }
}
