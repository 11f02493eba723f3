package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.door.Cursor;
import io.carryon.gateway.door.Downloads;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could not be read, for staff to look at, try again or discard. */
@Path("/v1/quarantine")
@RolesAllowed({"supervisor", "admin"})
@SecurityRequirement(name = "bearer")
@Tag(name = "Quarantine")
@RunOnVirtualThread
public class QuarantineResource {

    private final Quarantine quarantine;
    private final Archive archive;
    private final Instance<Quarantine.Rereader> rereaders;
    private final SecurityIdentity identity;

    QuarantineResource(
            Quarantine quarantine,
            Archive archive,
            @Any Instance<Quarantine.Rereader> rereaders,
            SecurityIdentity identity) {
        this.quarantine = quarantine;
        this.archive = archive;
        this.rereaders = rereaders;
        this.identity = identity;
    }

    /** Why it is discarded. */
    public record Discard(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "List what is held, newest first", operationId = "listQuarantine")
    @APIResponse(responseCode = "200", description = "A page of held items")
    public Cursor.Page<Quarantine.Item> list(
            @Parameter(schema = @Schema(implementation = Quarantine.State.class, defaultValue = "HELD"))
                    @QueryParam("state")
                    @DefaultValue("HELD")
                    String given,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "25"))
                    @QueryParam("limit")
                    String limit) {
        var state = QueryWords.word(Quarantine.State.class, "state", given);
        var size = QueryWords.limit(limit, 25, 100);
        var query = "quarantine " + state;
        var rows = quarantine.list(state, Cursor.position(cursor, query), size + 1);
        return Cursor.page(rows, size, Quarantine.Item::position, query);
    }

    @GET
    @Path("/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Download the bytes as they arrived", operationId = "getQuarantinedOriginal")
    @APIResponse(responseCode = "200", description = "The original")
    @APIResponse(responseCode = "404", description = "No such item")
    public Response original(UUID id) {
        var item = find(id);
        var content = archive.open(item.original().sha256())
                .orElseThrow(() -> ProblemException.notFound("The original is not in the archive."));
        var ending = item.channel() == Channel.EMAIL ? ".eml" : ".json";
        return Downloads.answer(content, item.original().mediaType(), id + ending);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Read it once more", operationId = "retryQuarantined")
    @APIResponse(responseCode = "200", description = "It was taken in")
    @APIResponse(responseCode = "404", description = "No such item")
    @APIResponse(
            responseCode = "409",
            description = "It was decided before, is being read by somebody, or still cannot be read")
    public Quarantine.Item retry(UUID id) {
        var item = held(id);
        var reader = rereaders.stream()
                .filter(candidate -> candidate.reads(item.channel()))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict("no-reader", "This channel cannot read it again."));
        try {
            var what = reader.reread(item);
            decide(id, Quarantine.State.RETRIED, what);
        } catch (Quarantine.StillUnreadable e) {
            throw ProblemException.conflict("still-unreadable", e.getMessage());
        }
        return find(id);
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put it aside for good; the original is kept", operationId = "discardQuarantined")
    @APIResponse(responseCode = "200", description = "It was discarded")
    @APIResponse(responseCode = "404", description = "No such item")
    @APIResponse(responseCode = "409", description = "It was decided before")
    public Quarantine.Item discard(UUID id, @NotNull @Valid Discard discard) {
        held(id);
        decide(id, Quarantine.State.DISCARDED, discard.reason());
        return find(id);
    }

    private void decide(UUID id, Quarantine.State state, String what) {
        if (!quarantine.decide(id, state, identity.getPrincipal().getName(), what)) {
            throw decidedBefore(find(id));
        }
    }

    private Quarantine.Item held(UUID id) {
        var item = find(id);
        if (item.state() != Quarantine.State.HELD) {
            throw decidedBefore(item);
        }
        return item;
    }

    private static ProblemException decidedBefore(Quarantine.Item item) {
        return ProblemException.conflict("already-decided", "It was " + item.state() + " by " + item.decidedBy());
    }

    private Quarantine.Item find(UUID id) {
        return quarantine.find(id).orElseThrow(() -> ProblemException.notFound("Nothing is held under this id."));
    }
}
