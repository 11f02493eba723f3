package io.carryon.ticketing.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.letters.LetterStore.Kept;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import io.carryon.ticketing.wording.Template;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an agent signs replies by mail: set by themselves, or by supervisors and admins. */
@Path("/v1/agents/{id}/signature")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Another's, and not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class SignatureResource {

    private static final String ID = "Subject of the agent's token, or me";

    private final LetterStore store;
    private final SettingsTrail trail;
    private final SignedIn signedIn;

    SignatureResource(LetterStore store, SettingsTrail trail, SignedIn signedIn) {
        this.store = store;
        this.trail = trail;
        this.signedIn = signedIn;
    }

    /** How they sign. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Signature")
    public record Signature(
            @Size(max = 1000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(
                    description = "Left out or blank: their name alone",
                    examples = "Ann Agent\nCustomer Care, Example Ltd")
            String text) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getSignature",
            summary = "How an agent signs replies by mail",
            description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The signature",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"0\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Signature.class)))
    public Response get(@Parameter(description = ID, example = "me") String id) {
        return answer(store.signature(signedIn.subject(id)));
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "setSignature",
            summary = "Say how an agent signs replies by mail",
            description = "It stands where the queue's letter has {{signature}}.")
    @APIResponse(
            responseCode = "200",
            description = "The signature as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Signature.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(description = ID, example = "me") String id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the signature", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Signature setting) {
        var agent = signedIn.subject(id);
        if (!agent.equals(signedIn.id()) && !signedIn.leads()) {
            throw ProblemException.of(
                    403,
                    "forbidden",
                    "Another's signature",
                    "Set your own under /v1/agents/me/signature; a supervisor can set this one.");
        }
        var text = setting.text() == null || setting.text().isBlank()
                ? null
                : setting.text().strip();
        if (text != null && !Template.places(text).isEmpty()) {
            throw ProblemException.invalid("/text", "must have no places: %s".formatted(Template.places(text)));
        }
        store.takeTurns("signature " + agent);
        var before = store.signature(agent);
        Revision.require(ifMatch, "signature", before.revision());
        var after = new Kept<>(text, before.revision() + 1);
        store.storeSignature(agent, after);
        trail.changed("signature", agent, new Signature(before.content()), new Signature(text));
        return answer(after);
    }

    private static Response answer(Kept<String> signature) {
        return Response.ok(new Signature(signature.content()))
                .tag(Revision.tag(signature.revision()))
                .build();
    }
}
