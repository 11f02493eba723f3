package io.carryon.gateway.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for whoever answers a customer's request for all that is known about them. */
@Path("/v1/privacy/contacts")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"service", "admin"})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Privacy", description = "What is held on a customer's contacts.")
public class PrivacyResource {

    private final List<ContactData> channels;
    private final Archive archive;
    private final JsonBody json;

    public PrivacyResource(@All List<ContactData> channels, Archive archive, JsonBody json) {
        this.channels = channels;
        this.archive = archive;
        this.json = json;
    }

    @POST
    @Operation(
            operationId = "getHeldContacts",
            summary = "What the gateway holds on contacts: texts, times, numbers, originals",
            description = "Changes nothing. At most 500 contacts at once; the profile knows which are a customer's.")
    @APIResponse(
            responseCode = "200",
            description = "All that an erasure would take out",
            content = @Content(schema = @Schema(implementation = HeldContacts.class)))
    public HeldContacts held(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ContactsForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var ids = json.read(body, ContactsForm.class).contactIds().stream()
                .distinct()
                .toArray(UUID[]::new);
        var held = channels.stream()
                .flatMap(channel -> channel.held(ids).stream())
                .collect(Collectors.groupingBy(HeldData::contactId));
        return new HeldContacts(List.of(ids).stream()
                .map(id -> new HeldContacts.HeldContact(
                        id,
                        held.getOrDefault(id, List.of()).stream()
                                .map(this::item)
                                .toList()))
                .toList());
    }

    private HeldContacts.Item item(HeldData held) {
        return new HeldContacts.Item(
                held.kind(), held.at(), held.data(), held.original() == null ? null : content(held.original()));
    }

    /** Null when the archive does not have it. */
    private HeldContacts.Content content(String sha256) {
        var size = archive.size(sha256);
        return size.isEmpty() ? null : new HeldContacts.Content(sha256, size.getAsLong());
    }
}
