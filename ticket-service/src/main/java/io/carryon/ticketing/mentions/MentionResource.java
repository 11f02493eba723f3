package io.carryon.ticketing.mentions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where colleagues have named you. */
@Path("/v1/agents/me/mentions")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class MentionResource {

    /** Before everything that was ever noted. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final UUID LAST = new UUID(-1, -1);

    private final Mentions mentions;
    private final VisibleQueues visible;
    private final SignedIn signedIn;
    private final Clock clock;

    MentionResource(Mentions mentions, VisibleQueues visible, SignedIn signedIn, Clock clock) {
        this.mentions = mentions;
        this.visible = visible;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A note that names you. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Mention")
    public record View(
            @Schema(description = "The note: GET /v1/tickets/{id}/entries/{entryId}")
            UUID entryId,

            UUID ticketId,
            @Schema(examples = "100004") String number,

            @Schema(examples = "My invoice of May is wrong") String subject,

            Instant at,
            By by,

            @Schema(description = "Absent until you say that you have read it")
            Instant readAt) {}

    /** Who named you. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MentionBy")
    public record By(
            @Schema(examples = "agent-1") String id,
            @Schema(examples = "Ann Agent") String name) {}

    /** The last first. */
    @Schema(name = "MentionPage")
    public record Page(
            List<View> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}

    @GET
    @Transactional
    @Operation(operationId = "listMyMentions", summary = "The notes that name you, the last first")
    @APIResponse(
            responseCode = "200",
            description = "A page of mentions",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit or cursor", ref = "Problem")
    public Page list(
            @QueryParam("unread") @DefaultValue("false") @Parameter(description = "Only those you have not read")
                    boolean unread,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "mentions %s %s".formatted(unread, signedIn.id());
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = mentions.page(
                signedIn.id(),
                visible.hiddenNames(),
                unread,
                mark == null ? LATEST : Cursor.instant(mark.get(0)),
                mark == null ? LAST : Cursor.uuid(mark.get(1)),
                limit + 1);
        var slice = Slice.of(found, limit);
        return new Page(
                slice.items().stream().map(MentionResource::view).toList(),
                slice.next(last ->
                        Cursor.of(query, last.at().toString(), last.entryId().toString())),
                slice.hasMore());
    }

    @PUT
    @Path("/{entryId}/read")
    @Transactional
    @Operation(operationId = "readMention", summary = "Say that you have read a note that names you")
    @APIResponse(responseCode = "204", description = "Read; again, it changes nothing")
    @APIResponse(responseCode = "404", description = "No note of this id names you", ref = "Problem")
    public void read(UUID entryId) {
        if (!mentions.read(signedIn.id(), entryId, clock.instant())) {
            throw ProblemException.notFound("No note " + entryId + " names you.");
        }
    }

    private static View view(Mentions.Mention mention) {
        return new View(
                mention.entryId(),
                mention.ticketId(),
                mention.number(),
                mention.subject(),
                mention.at(),
                new By(mention.byId(), mention.byName()),
                mention.readAt());
    }
}
