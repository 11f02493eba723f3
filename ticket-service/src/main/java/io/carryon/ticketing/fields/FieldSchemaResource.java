package io.carryon.ticketing.fields;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fields that the tickets of a queue have: read by all staff, changed by admins. */
@Path("/v1/queues/{queue}/fields")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket or queue", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class FieldSchemaResource {

    private final FieldSchemas schemas;
    private final Routing routing;
    private final SettingsTrail trail;

    FieldSchemaResource(FieldSchemas schemas, Routing routing, SettingsTrail trail) {
        this.trail = trail;
        this.schemas = schemas;
        this.routing = routing;
    }

    /** The schema of a queue. */
    @Schema(name = "FieldSchema")
    public record View(
            @Schema(examples = "technical") String queue,
            List<FieldDefinition> fields,

            @Schema(description = "Counts the changes, 0 is none yet; the ETag", examples = "1")
            int revision) {}

    /** The schema as it shall be. */
    @Schema(name = "FieldSchemaSetting")
    public record Setting(@NotNull @Size(max = 100) List<@NotNull @Valid FieldDefinition> fields) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getFieldSchema",
            summary = "The fields of a queue",
            description = "The ETag is needed to change them.")
    @APIResponse(
            responseCode = "200",
            description = "The fields",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Response get(@Parameter(example = "technical") String queue) {
        return answer(queue, schemas.of(routing.existing(queue)));
    }

    @PUT
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setFieldSchema",
            summary = "Say which fields the tickets of a queue have",
            description = "Values of a field that is taken out are kept, and shown again when it is back.")
    @APIResponse(
            responseCode = "200",
            description = "The fields as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response put(
            @Parameter(example = "technical") String queue,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the fields", required = true, example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid Setting setting) {
        var before = schemas.locked(routing.existing(queue));
        Revision.require(ifMatch, "schema", before.revision());
        check(setting.fields());
        var after = new FieldSchemas.FieldSchema(setting.fields(), before.revision() + 1);
        schemas.store(queue, after);
        trail.changed("queue-fields", queue, before, after);
        return answer(queue, after);
    }

    private static void check(List<FieldDefinition> fields) {
        var seen = new HashSet<String>();
        for (var at = 0; at < fields.size(); at++) {
            var field = fields.get(at);
            if (!seen.add(field.key())) {
                throw ProblemException.invalid("/fields/%d/key".formatted(at), "must be another key for each field");
            }
            var hasChoices = field.choices() != null && !field.choices().isEmpty();
            if (hasChoices != field.type().isChosen()) {
                throw ProblemException.invalid(
                        "/fields/%d/choices".formatted(at),
                        "must be given for CHOICE and CHOICES, and for no other type");
            }
            if (hasChoices
                    && new HashSet<>(field.choices()).size() < field.choices().size()) {
                throw ProblemException.invalid("/fields/%d/choices".formatted(at), "must hold each choice once");
            }
        }
    }

    private static Response answer(String queue, FieldSchemas.FieldSchema schema) {
        return Response.ok(new View(queue, schema.fields(), schema.revision()))
                .tag(Revision.tag(schema.revision()))
                .build();
    }
}
