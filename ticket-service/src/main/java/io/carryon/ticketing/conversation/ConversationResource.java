package io.carryon.ticketing.conversation;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is said on a ticket, and saying more. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Conversation")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ConversationResource {

    private static final String KEY =
            "New for each thing to create, kept 24 hours: the same key and body get the first "
                    + "answer again, the same key with another body is 422.";

    private final NamedTickets tickets;
    private final Conversation conversation;
    private final ConversationPages pages;
    private final ConversationParts parts;
    private final EntryViews views;
    private final Replying replying;
    private final InBetween inBetween;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    ConversationResource(
            NamedTickets tickets,
            Conversation conversation,
            ConversationPages pages,
            ConversationParts parts,
            EntryViews views,
            Replying replying,
            InBetween inBetween,
            IdempotencyKeys keys,
            SignedIn signedIn) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.pages = pages;
        this.parts = parts;
        this.views = views;
        this.replying = replying;
        this.inBetween = inBetween;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** A note among staff. */
    @Schema(name = "Note")
    public record NoteRequest(
            @NotBlank
            @Size(max = 100_000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(
                    description = "@ and a colleague's id, or their name in one word, is told to them",
                    examples = "@AnnAgent called back, nobody answered.")
            String text,

            @Size(max = 50)
            @Schema(
                    description = "Ids of colleagues it is for, besides those the text names",
                    examples = "[\"agent-2\"]")
            List<@NotNull @Size(max = 100) String> mentions) {}

    @GET
    @Path("/entries")
    @Transactional
    @Operation(operationId = "listEntries", summary = "The conversation, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryPage.class)))
    @APIResponse(responseCode = "400", description = "A wrong limit or cursor", ref = "Problem")
    public EntryPage entries(
            UUID id,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        return pages.page(id, cursor, limit);
    }

    @GET
    @Path("/entries/{entryId}")
    @Transactional
    @Operation(operationId = "getEntry", summary = "One entry, for example to follow a reply's delivery")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryView.class)))
    public EntryView entry(UUID id, UUID entryId) {
        return conversation
                .one(parts.of(id), entryId)
                .map(views::of)
                .orElseThrow(() -> ProblemException.notFound("This ticket has no such entry."));
    }

    @POST
    @Path("/replies")
    @Transactional
    @Operation(
            operationId = "reply",
            summary = "Answer the customer",
            description = "Goes out by the channel asynchronously; the entry's delivery tells what became of it. A new "
                    + "ticket becomes OPEN. What the text lacks is in advice; with a place like {{customer-name}} left in it, it "
                    + "is not sent.")
    @APIResponse(
            responseCode = "201",
            description = "The reply is on its way",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "400", description = "A field or the Idempotency-Key is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "Closed, or no way to reach the customer", ref = "Problem")
    @APIResponse(
            responseCode = "412",
            description = "The ticket has changed, or others have written, since you looked; detail names them",
            ref = "Problem")
    @APIResponse(
            responseCode = "422",
            description =
                    "A place of a template is not filled in, the address is not one of the customer's (detail names"
                            + " those that are), the files are too large, or the key was used for"
                            + " another body",
            ref = "Problem")
    public Response reply(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = KEY, required = true) String key,
            @HeaderParam("If-Match")
                    @Parameter(
                            description = "The ETag of the ticket as you saw it; left out, it may have changed",
                            example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid ReplyRequest request) {
        var scope = IdempotencyKeys.scope(signedIn.id(), "/v1/tickets/" + id + "/replies", key);
        return created(id, keys.once(scope, request, EntryView.class, () -> {
            inBetween.require(id, ifMatch, request.afterEntry(), author());
            var sent = replying.reply(id, request.answer(), author());
            return views.of(sent.entry()).with(sent.advice());
        }));
    }

    @POST
    @Path("/notes")
    @Transactional
    @Operation(
            operationId = "note",
            summary = "Note something for colleagues",
            description = "Never shown to the customer.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "400", description = "A field or the Idempotency-Key is wrong", ref = "Problem")
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response note(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = KEY, required = true) String key,
            @NotNull @Valid NoteRequest request) {
        var scope = IdempotencyKeys.scope(signedIn.id(), "/v1/tickets/" + id + "/notes", key);
        return created(
                id,
                keys.once(
                        scope,
                        request,
                        EntryView.class,
                        () -> views.of(replying.note(id, request.text(), request.mentions(), author()))));
    }

    private Actor author() {
        return signedIn.actor();
    }

    private static Response created(UUID ticketId, EntryView entry) {
        return Response.created(URI.create("/v1/tickets/%s/entries/%s".formatted(ticketId, entry.id())))
                .entity(entry)
                .build();
    }
}
