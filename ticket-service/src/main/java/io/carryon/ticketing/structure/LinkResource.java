package io.carryon.ticketing.structure;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ties between tickets. */
@Path("/v1/tickets/{id}/links")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket or kind", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class LinkResource {

    private final Linking linking;
    private final TicketLinks links;
    private final NamedTickets tickets;
    private final VisibleQueues visible;
    private final SignedIn signedIn;

    LinkResource(Linking linking, TicketLinks links, NamedTickets tickets, VisibleQueues visible, SignedIn signedIn) {
        this.visible = visible;
        this.linking = linking;
        this.links = links;
        this.tickets = tickets;
        this.signedIn = signedIn;
    }

    /** All links that staff made of a ticket. */
    @Schema(name = "TicketLinks")
    public record LinkList(List<LinkedTicket> items) {}

    /** The other ticket, and what it is to this one. */
    @Schema(name = "LinkedTicket")
    public record LinkedTicket(
            @Schema(
                    enumeration = {"REPEAT_OF", "REPEATED_BY", "CHILD_OF", "PARENT_OF", "CAUSED_BY", "CAUSE_OF"},
                    examples = "CHILD_OF")
            String kind,

            UUID ticketId,
            UUID issueId,
            @Schema(examples = "100004") String number) {}

    @GET
    @Transactional
    @Operation(operationId = "listTicketLinks", summary = "The links of a ticket, read from it")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkList.class)))
    public LinkList list(UUID id) {
        tickets.require(id);
        return shown(id);
    }

    @PUT
    @Path("/{kind}/{otherId}")
    @Transactional
    @Operation(
            operationId = "linkTicket",
            summary = "Tie a ticket to another one",
            description =
                    "kind is repeat-of, child-of or caused-by, as read from this ticket to that one. A link that is "
                            + "there already stays. Links of one kind never lead back to where they began.")
    @APIResponse(
            responseCode = "200",
            description = "The links as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkList.class)))
    @APIResponse(
            responseCode = "409",
            description = "To itself, a circle, a second parent or too many",
            ref = "Problem")
    public LinkList link(UUID id, @Parameter(example = "child-of") String kind, UUID otherId) {
        visible.requireTicket(otherId);
        linking.link(id, kind(kind), otherId, by());
        return shown(id);
    }

    @DELETE
    @Path("/{kind}/{otherId}")
    @Transactional
    @Operation(
            operationId = "unlinkTicket",
            summary = "Untie two tickets",
            description = "The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The links as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkList.class)))
    public LinkList unlink(UUID id, @Parameter(example = "child-of") String kind, UUID otherId) {
        visible.requireTicket(otherId);
        linking.unlink(id, kind(kind), otherId, by());
        return shown(id);
    }

    private LinkList shown(UUID id) {
        return new LinkList(links.of(id).stream()
                .map(link -> new LinkedTicket(link.kind(), link.ticketId(), link.issueId(), link.number()))
                .toList());
    }

    private static LinkKind kind(String given) {
        return Arrays.stream(LinkKind.values())
                .filter(kind -> kind.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-')
                        .equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("A link is repeat-of, child-of or caused-by."));
    }

    private Actor by() {
        return signedIn.actor();
    }
}
