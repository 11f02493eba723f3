package io.carryon.ticketing.composing;

import io.carryon.ticketing.conversation.Advice;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Help with what to say: a proposal, and what a text lacks. */
@Path("/v1/tickets/{id}/composer")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Understanding")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ComposerResource {

    private final NamedTickets tickets;
    private final Situations situations;
    private final SignedIn signedIn;

    ComposerResource(NamedTickets tickets, Situations situations, SignedIn signedIn) {
        this.tickets = tickets;
        this.situations = situations;
        this.signedIn = signedIn;
    }

    /** A reply to go on from. */
    @Schema(name = "ComposedReply")
    public record Composed(
            @Schema(description = "ISO 639-1", examples = "en")
            String language,

            @Schema(
                    examples =
                            "Dear Maria Weber,\n\nThank you for your message. As I understand it, this is what happened: …")
            String text,

            @Schema(
                    description = "The places that are still to be filled in; with them it is not sent",
                    examples = "[\"solution\",\"next-step\"]")
            List<String> placeholders) {}

    /** A reply to look at. */
    @Schema(name = "ReplyToLint")
    public record Draft(
            @NotBlank
            @Size(max = 100_000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "We have corrected the invoice.")
            String text,

            @Schema(description = "Whether it is sent with nextUpdateBy", examples = "false")
            boolean promises) {}

    /** What it lacks. */
    @Schema(name = "ReplyLint")
    public record Lint(
            @Schema(description = "The customer's, ISO 639-1", examples = "en")
            String language,

            @Schema(description = "Empty when nothing is missing")
            List<Advice> advice) {}

    @GET
    @Transactional
    @Operation(
            operationId = "composeReply",
            summary = "A first reply to go on from",
            description = "Made from the understanding, else from what the customer wrote: by their name, the question "
                    + "restated, an acknowledgement, a place for the solution, what comes next. In their language: as it is "
                    + "known of them, else as they write, else English.")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Composed.class)))
    public Composed compose(
            UUID id,
            @QueryParam("language")
                    @Size(max = 35)
                    @Parameter(description = "BCP 47; the customer's when left out", example = "de")
                    String language) {
        var situation = situation(id);
        var chosen = language == null ? situation.language() : known(language);
        var text = Composer.compose(situation, chosen, signedIn.name());
        return new Composed(chosen.code(), text, Template.places(text));
    }

    @POST
    @Path("/lint")
    @Transactional
    @Operation(
            operationId = "lintReply",
            summary = "What a reply lacks",
            description =
                    "By rules: greeting by name, the question restated and an acknowledgement before the solution "
                            + "(of a first reply), the next step, places of templates that are left, the customer's language. It is "
                            + "advice: only placeholders keep a reply from being sent. Nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "What is missing",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Lint.class)))
    public Lint lint(UUID id, @NotNull @Valid Draft draft) {
        var situation = situation(id);
        return new Lint(situation.language().code(), ReplyLint.of(situation, draft.text(), draft.promises()));
    }

    private Situation situation(UUID id) {
        return situations.of(tickets.one(id));
    }

    /** The language that a query names, 400 for one in which we have no words. */
    public static Language known(String tag) {
        return Language.of(tag)
                .orElseThrow(() -> ProblemException.invalid("language", "must be one of " + Language.codes()));
    }
}
