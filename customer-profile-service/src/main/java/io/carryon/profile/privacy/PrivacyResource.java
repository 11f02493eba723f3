package io.carryon.profile.privacy;

import io.carryon.profile.acts.Acts;
import io.carryon.profile.acts.IdempotencyKey;
import io.carryon.profile.acts.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer may ask for: all that is known about them, and that it is forgotten. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
@RunOnVirtualThread
@APIResponse(responseCode = "404", description = "There is no such customer")
public class PrivacyResource {

    private final CustomerExport export;
    private final Acts acts;
    private final SignedIn signedIn;

    public PrivacyResource(CustomerExport export, Acts acts, SignedIn signedIn) {
        this.export = export;
        this.acts = acts;
        this.signedIn = signedIn;
    }

    /** Why a customer is erased. */
    @Schema(name = "ErasureRequest")
    public record ErasureRequest(
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(description = "Kept with the act; name nobody in it.", examples = "Asked for by letter")
            String reason) {}

    @GET
    @Path("customers/{id}/export")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "exportCustomer",
            summary = "Everything known about a customer and whoever is merged with them",
            description = "As it is kept: customers with handles, suggestions and memory, then history (items"
                    + " timeline, contact, issue), then elsewhere: requests that give what the other services hold."
                    + " Written while it is read; when it breaks off, the document does not end.")
    @APIResponse(
            responseCode = "200",
            description = "One document",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public StreamingOutput export(@PathParam("id") UUID id) {
        var person = export.person(id);
        return out -> export.write(person, out);
    }

    @POST
    @Path("customers/{id}/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erases a customer with whoever is merged with them",
            description = "Names, addresses and texts go for ever, here and, by customer.changed, from tickets, texts"
                    + " received and the raw archive; counts, times and ids stay. Who contacts us later by a handle of"
                    + " theirs is somebody new. Of one who is erased already, what came in since goes.")
    @APIResponse(responseCode = "200", description = "They are erased")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public ErasureAnswer erase(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
                    String key,
            @NotNull @Valid ErasureRequest request) {
        var asked = Map.<String, Object>of(CustomerErasure.REASON, request.reason());
        return acts.perform(
                signedIn.asks(CustomerErasure.KIND, id, IdempotencyKey.of(key), asked), ErasureAnswer.class);
    }
}
