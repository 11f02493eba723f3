package io.carryon.profile.card;

import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The card of a contact, by one read. */
@Path("/v1/contacts/{id}/card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
@RunOnVirtualThread
@RolesAllowed({"agent", "supervisor", "admin", "service"})
@APIResponse(responseCode = "404", description = "There is no such contact")
public class CardResource {

    private final ContactRecords records;

    public CardResource(ContactRecords records) {
        this.records = records;
    }

    @GET
    @Operation(
            operationId = "getCard",
            summary = "Shows what came before a contact, as it stood when the contact arrived",
            description =
                    "The card that went out with contact.recognized.v1: it never changes, whatever happens later.")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreInteractionCard.class)))
    public Object card(@PathParam("id") UUID id) {
        return records.find(id)
                .map(record -> record.decided().get("card"))
                .orElseThrow(() -> ProblemException.notFound("There is no contact " + id + "."));
    }
}
