package io.carryon.ticketing.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What you have begun to write; colleagues see that you did, and not what. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Conversation")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, or you have no draft there", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class DraftResource {

    /** More colleagues than can be shown do not write to one customer. */
    private static final int MOST = 50;

    private final NamedTickets tickets;
    private final Drafts drafts;
    private final SignedIn signedIn;

    DraftResource(NamedTickets tickets, Drafts drafts, SignedIn signedIn) {
        this.tickets = tickets;
        this.drafts = drafts;
        this.signedIn = signedIn;
    }

    /** What was begun. */
    @Schema(name = "DraftSetting")
    public record Setting(
            @NotBlank
            @Size(max = 100_000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Dear Maria Weber, {{solution}}")
            String text) {}

    /** Your draft. */
    @Schema(name = "Draft")
    public record View(
            @Schema(examples = "Dear Maria Weber, {{solution}}")
            String text,

            Instant since,
            Instant updatedAt) {}

    /** That somebody has begun to write. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DraftWriter")
    public record Writer(
            @Schema(description = "Subject of their token", examples = "agent-1")
            String agentId,

            @Schema(examples = "Ann Agent") String name,
            Instant since,
            Instant updatedAt) {}

    /** Who has begun to write. */
    @Schema(name = "DraftWriters")
    public record Writers(List<Writer> items) {}

    @GET
    @Path("/draft")
    @Transactional
    @Operation(operationId = "getMyDraft", summary = "What you have begun to write on a ticket")
    @APIResponse(
            responseCode = "200",
            description = "Your draft",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public View get(UUID id) {
        return drafts.of(id, signedIn.id())
                .map(draft -> new View(draft.text(), draft.since(), draft.updatedAt()))
                .orElseThrow(() -> ProblemException.notFound("You have no draft on the ticket " + id + "."));
    }

    @PUT
    @Path("/draft")
    @Transactional
    @Operation(
            operationId = "keepMyDraft",
            summary = "Keep what you have begun to write",
            description =
                    "In the place of what you kept before. It is gone once you send a reply on the ticket, after 90 "
                            + "days without a change, and when the customer is erased.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "The text is wrong", ref = "Problem")
    public View keep(UUID id, @NotNull @Valid Setting setting) {
        tickets.require(id);
        drafts.keep(id, signedIn.actor(), setting.text());
        return get(id);
    }

    @DELETE
    @Path("/draft")
    @Transactional
    @Operation(operationId = "dropMyDraft", summary = "Drop what you have begun to write")
    @APIResponse(responseCode = "204", description = "There is none")
    public void drop(UUID id) {
        tickets.require(id);
        drafts.drop(id, signedIn.id());
    }

    @GET
    @Path("/drafts")
    @Transactional
    @Operation(
            operationId = "listDraftWriters",
            summary = "Who has begun to write on a ticket",
            description = "Who began first comes first, 50 at most; what they write is theirs.")
    @APIResponse(
            responseCode = "200",
            description = "Who, and since when",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Writers.class)))
    public Writers writers(UUID id) {
        tickets.require(id);
        return new Writers(drafts.of(id, MOST).stream()
                .map(draft -> new Writer(draft.agent(), draft.agentName(), draft.since(), draft.updatedAt()))
                .toList());
    }
}
