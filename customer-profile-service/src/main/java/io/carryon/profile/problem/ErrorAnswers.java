package io.carryon.profile.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once, in the API document, what every operation answers when it refuses, so that a resource names only its own
 * cases. Every error has the problem's schema.
 */
@OpenAPIDefinition(
        info = @Info(title = "Carryon customer profile", version = "1.0"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorAnswers implements OASFilter {

    private static final String INVALID = "400";

    private static final Map<String, String> SAID_ONCE = Map.of(
            INVALID,
            "A field, a parameter or the Idempotency-Key is not valid",
            "401",
            "No valid token",
            "403",
            "The token's role does not allow it",
            "503",
            "The database or the broker is away; send the same request again after Retry-After");

    /** What Quarkus says where nobody said anything. */
    private static final Set<String> BY_EXTENSIONS = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new TreeMap<>(SAID_ONCE)
                .forEach((status, words) -> document.getComponents()
                        .addResponse(
                                name(status),
                                OASFactory.createAPIResponse()
                                        .description(words)
                                        .content(problem())));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ErrorAnswers::complete);
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null && response.getContent() == null && status.charAt(0) > '3') {
                response.setContent(problem());
            }
        });
        new TreeMap<>(SAID_ONCE)
                .keySet().stream()
                        .filter(status -> !isOwnCase(responses.getAPIResponse(status)))
                        .filter(status -> !INVALID.equals(status) || takesWords(operation))
                        .forEach(status -> responses.addAPIResponse(
                                status, OASFactory.createAPIResponse().ref(name(status))));
    }

    private static boolean isOwnCase(APIResponse response) {
        return response != null && !BY_EXTENSIONS.contains(response.getDescription());
    }

    private static boolean takesWords(Operation operation) {
        return operation.getRequestBody() != null
                || (operation.getParameters() != null
                        && !operation.getParameters().isEmpty());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static String name(String status) {
        return "Problem" + status;
    }
}
