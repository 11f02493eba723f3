package io.carryon.ticketing.canned;

import io.carryon.ticketing.composing.ComposerResource;
import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates and macros on a ticket: looked at first, then used. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Canned texts")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, template or macro", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class CannedUseResource {

    private final CannedWork work;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;
    private final TransactionManager transactions;

    CannedUseResource(CannedWork work, IdempotencyKeys keys, SignedIn signedIn, TransactionManager transactions) {
        this.work = work;
        this.keys = keys;
        this.signedIn = signedIn;
        this.transactions = transactions;
    }

    /** How to apply a macro. */
    @Schema(name = "MacroUse")
    public record Use(
            @Size(max = 100_000)
            @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must say something")
            @Schema(
                    description = "The reply as you have finished it, instead of the template's text",
                    examples = "Dear Maria Weber, the invoice is corrected.")
            String text) {}

    @GET
    @Path("/templates/{name}")
    @Transactional
    @Operation(
            operationId = "previewTemplate",
            summary = "A template's text for a ticket",
            description = "In the customer's language if it has it, else English, else its first; nothing is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The text, and what is still to be filled in",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MacroEffect.Reply.class)))
    public MacroEffect.Reply template(
            UUID id,
            @Parameter(example = "invoice-corrected") String name,
            @QueryParam("language")
                    @Size(max = 35)
                    @Parameter(description = "BCP 47; the customer's when left out", example = "de")
                    String language) {
        return work.filled(id, name, language == null ? null : ComposerResource.known(language), signedIn.actor());
    }

    @GET
    @Path("/macros/{name}")
    @Transactional
    @Operation(
            operationId = "previewMacro",
            summary = "What a macro would do to a ticket now",
            description =
                    "It is applied, but for its reply, and taken back: what would be refused is refused here too.")
    @APIResponse(
            responseCode = "200",
            description = "What would change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MacroEffect.class)))
    @APIResponse(responseCode = "409", description = "The ticket's state does not allow it", ref = "Problem")
    @APIResponse(responseCode = "422", description = "An end lacks its resolution", ref = "Problem")
    public MacroEffect preview(UUID id, @Parameter(example = "invoice-solved") String name) throws SystemException {
        var effect = work.apply(id, "*", name, null, signedIn.actor(), false);
        transactions.setRollbackOnly();
        return effect;
    }

    @POST
    @Path("/macros/{name}")
    @Transactional
    @Operation(
            operationId = "applyMacro",
            summary = "Apply a macro to a ticket",
            description = "All of it or nothing: tags, priority, the reply, and last the status.")
    @APIResponse(
            responseCode = "200",
            description = "What it changed",
            headers =
                    @Header(name = "ETag", description = "The ticket's revision", schema = @Schema(examples = "\"7\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MacroEffect.class)))
    @APIResponse(responseCode = "409", description = "The ticket's state does not allow it", ref = "Problem")
    @APIResponse(responseCode = "412", description = "The ticket has changed since that ETag", ref = "Problem")
    @APIResponse(
            responseCode = "422",
            description = "A place is not filled in, an end lacks its resolution, or the key was used for another body",
            ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response apply(
            UUID id,
            @Parameter(example = "invoice-solved") String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @HeaderParam(IdempotencyKeys.HEADER)
                    @Parameter(
                            description = "New for each use, kept 24 hours: the same key and body get the first answer"
                                    + " again",
                            required = true)
                    String key,
            @NotNull @Valid Use use) {
        var scope = IdempotencyKeys.scope(signedIn.id(), "/v1/tickets/%s/macros/%s".formatted(id, name), key);
        var effect = keys.once(
                scope, use, MacroEffect.class, () -> work.apply(id, ifMatch, name, use.text(), signedIn.actor(), true));
        return Response.ok(effect).tag(Revision.tag(effect.revision())).build();
    }
}
