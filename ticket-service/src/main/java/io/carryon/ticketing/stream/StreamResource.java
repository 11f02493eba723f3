package io.carryon.ticketing.stream;

import io.carryon.ticketing.access.Caller;
import io.carryon.ticketing.access.Restrictions;
import io.carryon.ticketing.operations.SignedIn;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What concerns a member of staff, as it happens. */
@Path("/v1/stream")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Stream")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "429", description = "You have too many streams open; see Retry-After", ref = "Problem")
@APIResponse(
        responseCode = "503",
        description = "All streams are taken, or the database is away; see Retry-After",
        ref = "Problem")
public class StreamResource {

    private static final String EXAMPLE = """
            :
            id: 0-7421-108
            retry: 3000

            id: 0-7423-111
            event: call.offered
            data: {"contactId":"3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77","at":"2026-03-02T09:14:03Z","offer":{"targets":[{"agentId":"agent-1","extension":"101"}],"position":1},"call":{"state":"waiting"}}
            """;

    private final StreamHub hub;
    private final CatchUp catchUp;
    private final StreamConfig config;
    private final Restrictions restrictions;
    private final SignedIn signedIn;

    StreamResource(StreamHub hub, CatchUp catchUp, StreamConfig config, Restrictions restrictions, SignedIn signedIn) {
        this.hub = hub;
        this.catchUp = catchUp;
        this.config = config;
        this.restrictions = restrictions;
        this.signedIn = signedIn;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // What it answers with is sent without a thread; until then it asks the database.
    @Blocking
    @RunOnVirtualThread
    @Uncompressed
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "stream",
            summary = "Server-sent events of what concerns you",
            description =
                    "call.offered to those who serve the queue (PUT /v1/agents/me), to those it is offered to and to the "
                            + "ticket's owner; call.answered to the one who answered; both carry the call as GET "
                            + "/v1/calls/{contactId} shows it, as it stands when it is told. call.ended, to those who serve the "
                            + "queue, to who answered and to the owner, names contact and ticket, with outcome, cause, waitSec "
                            + "and talkSec. ticket.assigned, to who owns a ticket from now on and to who does no longer, unless they "
                            + "did it themselves: by names the colleague, why the rule. ticket.changed, to the owner, says "
                            + "what customers, colleagues and rules did on the ticket (change, as in its history), unless "
                            + "call.offered or mentioned tells them of the same. "
                            + "ticket.handover, to who gives a ticket and to all who may accept it, when it "
                            + "is offered and when it is settled or has lapsed, then also to who offered it. promise.due "
                            + "(carryon.promises.remind-before) and promise.broken, sla.warned and sla.breached, to the owner "
                            + "or while there is none to those who serve the queue: a customer is to hear from us, or should "
                            + "have. red.alert, to the ticket's owner or while there is none to "
                            + "those who serve the queue: a customer says again what they said at first. person.wanted, to the same: "
                            + "a customer wants to go on with a person. mentioned, to those "
                            + "whom a note names. presence, without an id, tells who else is on a ticket that you said you "
                            + "are on. typing, without an id: a customer types, or does no longer, in a chat of a ticket "
                            + "that you own or are on, or that nobody owns and whose queue you serve; it holds for five "
                            + "seconds. chat.message, without an id, to the same: what a customer goes on to write in a chat, "
                            + "as soon as it is durable (text, files by name, entryId); ticket.changed follows when it stands "
                            + "in the ticket, as the entry of that id: show it at once, and then the entry in its place. "
                            + "What is in another's queue is not told. Of two events about one call written at the "
                            + "same instant the later may come first. "
                            + "What was missed comes as fast as it is taken. The id is a place in the log: come back "
                            + "with it as Last-Event-ID and nothing is lost or repeated; reset means that it is too old or none "
                            + "of ours, and lists are to be read anew. A comment every 15 s says that the stream lives. It ends "
                            + "when the token expires.")
    @APIResponse(
            responseCode = "200",
            description = "The events, for as long as the client listens",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "A call is offered", value = EXAMPLE)))
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id of what was told last", example = "0-7423-111")
                    String lastEventId,
            @Context Sse sse,
            @Context HttpServerResponse response)
            throws SQLException, InterruptedException {
        var stream = new OpenStream(signedIn.id(), signedIn.expiresAt(), config.buffer(), sse, () -> response.reset());
        var caller = Caller.of(signedIn);
        stream.seesOnly(queue -> !restrictions.hiddenFrom(caller).contains(queue));
        hub.open(stream);
        var ready = false;
        try {
            catchUp.bring(stream, signedIn.roles(), lastEventId);
            ready = true;
        } finally {
            if (!ready) {
                hub.close(stream);
            }
        }
        return stream.messages(() -> hub.close(stream));
    }
}
