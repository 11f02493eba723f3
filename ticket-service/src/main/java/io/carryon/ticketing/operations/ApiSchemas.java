package io.carryon.ticketing.operations;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says once, in the API document, what holds for every schema: that what is not required may be null, and what any JSON is. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiSchemas implements OASFilter {

    private static final String ANY_JSON = "JsonNode";

    /** A list is empty and a number or a flag is there where nothing else is said. */
    private static final List<SchemaType> MAY_BE_NULL =
            List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.OBJECT);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.values().forEach(ApiSchemas::allowNull);
        // Quarkus describes the Java class of "any JSON" and not what it stands for.
        document.getComponents().addSchema(ANY_JSON, OASFactory.createSchema().description("Any JSON value"));
        document.getComponents().removeSchema(ANY_JSON + "Type");
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
