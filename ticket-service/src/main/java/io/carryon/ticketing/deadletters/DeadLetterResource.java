package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's view of every event of the line that a consumer gave up on. */
@Path("/v1/dead-letters")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Dead letters")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Neither supervisor nor admin", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database or the broker is away; see Retry-After", ref = "Problem")
public class DeadLetterResource {

    private final DeadLetters letters;
    private final DeadLetterSettlement settlement;
    private final SignedIn signedIn;

    DeadLetterResource(DeadLetters letters, DeadLetterSettlement settlement, SignedIn signedIn) {
        this.letters = letters;
        this.settlement = settlement;
        this.signedIn = signedIn;
    }

    /** Why a letter is given up. */
    @Schema(name = "Discard")
    public record Discard(
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "A test message of the provider")
            String reason) {}

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Dead letters of all services, latest first")
    @APIResponse(responseCode = "200", description = "A page of dead letters")
    @APIResponse(responseCode = "400", description = "A wrong filter, limit or cursor", ref = "Problem")
    public DeadLetterPage list(
            @QueryParam("state") DeadLetter.State state,
            @QueryParam("consumer")
                    @Size(max = 100)
                    @Pattern(regexp = "[a-z-]*", message = "must be the name of a consumer")
                    @Parameter(example = "profile")
                    String consumer,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "dead letters %s %s".formatted(state, consumer);
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = letters.page(
                state,
                consumer,
                mark == null ? null : Cursor.instant(mark.get(0)),
                mark == null ? null : Cursor.uuid(mark.get(1)),
                limit + 1);
        var slice = Slice.of(found, limit);
        var next = slice.next(
                last -> Cursor.of(query, last.diedAt().toString(), last.id().toString()));
        return new DeadLetterPage(slice.items(), next, slice.hasMore());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "One dead letter with its payload")
    @APIResponse(responseCode = "200", description = "The dead letter")
    @APIResponse(responseCode = "404", description = "No such dead letter", ref = "Problem")
    public DeadLetterView get(UUID id) {
        return whole(letters.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("There is no dead letter " + id + ".")));
    }

    @POST
    @Path("/{id}/replay")
    @Transactional
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Put the event back into its topic",
            description =
                    "Safe to repeat: consumers know the event by its id. If it fails again, a new letter appears.")
    @APIResponse(responseCode = "200", description = "Replayed")
    @APIResponse(responseCode = "404", description = "No such dead letter", ref = "Problem")
    @APIResponse(
            responseCode = "409",
            description = "It still cannot go out, or it was erased; detail says why",
            ref = "Problem")
    public DeadLetterView replay(UUID id) {
        return whole(settlement.replay(id, signedIn.id()));
    }

    @POST
    @Path("/{id}/discard")
    @Transactional
    @Operation(operationId = "discardDeadLetter", summary = "Give the event up")
    @APIResponse(responseCode = "200", description = "Discarded")
    @APIResponse(responseCode = "400", description = "The reason is missing", ref = "Problem")
    @APIResponse(responseCode = "404", description = "No such dead letter", ref = "Problem")
    @APIResponse(responseCode = "409", description = "It was replayed, or erased", ref = "Problem")
    public DeadLetterView discard(UUID id, @NotNull @Valid Discard discard) {
        return whole(settlement.discard(id, signedIn.id(), discard.reason()));
    }

    private static DeadLetterView whole(DeadLetter letter) {
        return letter.view(letter.payload() == null ? null : new String(letter.payload(), StandardCharsets.UTF_8));
    }
}
