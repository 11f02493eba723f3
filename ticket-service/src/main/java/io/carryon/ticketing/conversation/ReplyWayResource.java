package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.ticket.Channel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a reply can go. */
@Path("/v1/tickets/{id}/reply-ways")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Conversation")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ReplyWayResource {

    private final NamedTickets tickets;
    private final ReplyWays ways;
    private final ReplyRoutes routes;

    ReplyWayResource(NamedTickets tickets, ReplyWays ways, ReplyRoutes routes) {
        this.tickets = tickets;
        this.ways = ways;
        this.routes = routes;
    }

    /** A way to the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReplyWay")
    public record View(
            @Schema(examples = "email") Channel channel,

            @Schema(description = "What to name in a reply's to", examples = "maria@example.org")
            String to,

            @Schema(
                    description =
                            "Whether it is proven to be the customer's; if it is not, they wrote from there on this"
                                    + " ticket and are answered within that")
            boolean verified,

            @Schema(description = "Whether a reply that names nothing goes there")
            boolean usual,

            @Schema(
                    description =
                            "Until when the channel takes a reply there; after it the customer has to write first."
                                    + " Left out when any time",
                    examples = "2026-03-03T09:14:31Z")
            Instant until) {}

    /** All of them, the latest used first. */
    @Schema(name = "ReplyWays")
    public record Ways(List<View> items) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listReplyWays",
            summary = "Where a reply can go",
            description =
                    "Back to where contacts on the ticket came from, and by mail to addresses that are proven to be "
                            + "the customer's, those of customers they were merged with among them. A phone call is no reply.")
    @APIResponse(
            responseCode = "200",
            description = "All ways, the latest used first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Ways.class)))
    public Ways list(UUID id) {
        var ticket = tickets.one(id);
        var usual = routes.usual(ticket).orElse(null);
        return new Ways(ways.of(ticket).stream().map(way -> view(way, usual)).toList());
    }

    private static View view(ReplyWay way, ReplyRoute usual) {
        var isUsual = usual != null
                && usual.channel() == way.route().channel()
                && way.leadsTo(usual.to().value());
        return new View(way.route().channel(), way.address(), way.verified(), isUsual, way.until());
    }
}
