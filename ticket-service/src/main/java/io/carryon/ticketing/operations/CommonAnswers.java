package io.carryon.ticketing.operations;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says once, in the API document, what every operation may answer, so that a resource names only its own cases: the
 * refusals that come before it is asked at all, and that what is not required may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String ANY_JSON = "JsonNode";

    private static final Map<String, String> WITH_WORDS = Map.of("400", "A parameter or a field is wrong");

    private static final Map<String, String> WITH_BODY =
            Map.of("413", "The body is larger than allowed", "415", "The body is not JSON");

    /** A list is empty and a number or a flag is there where nothing else is said. */
    private static final List<SchemaType> MAY_BE_NULL =
            List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.OBJECT);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.values().forEach(CommonAnswers::allowNull);
        // Quarkus describes the Java class of "any JSON" and not what it stands for.
        document.getComponents().addSchema(ANY_JSON, OASFactory.createSchema().description("Any JSON value"));
        document.getComponents().removeSchema(ANY_JSON + "Type");
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(CommonAnswers::complete);
    }

    private static void complete(Operation operation) {
        var takesBody = operation.getRequestBody() != null;
        if (takesBody || takesParameters(operation)) {
            add(operation, WITH_WORDS);
        }
        if (takesBody) {
            add(operation, WITH_BODY);
        }
    }

    private static boolean takesParameters(Operation operation) {
        return operation.getParameters() != null && !operation.getParameters().isEmpty();
    }

    private static void add(Operation operation, Map<String, String> answers) {
        new TreeMap<>(answers).forEach((status, words) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse().ref("Problem").description(words));
            }
        });
    }

    private static void allowNull(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        new TreeMap<>(schema.getProperties()).forEach((name, property) -> {
            if (!required.contains(name)) {
                schema.addProperty(name, orNull(property));
            }
        });
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        var types = property.getType();
        if (types != null
                && types.size() == 1
                && MAY_BE_NULL.contains(types.getFirst())
                && property.getEnumeration() == null) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }
}
