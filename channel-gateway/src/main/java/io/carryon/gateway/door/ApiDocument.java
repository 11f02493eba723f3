package io.carryon.gateway.door;

import io.carryon.gateway.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once, in the API document, what every operation answers when it refuses, so that a resource names only its own
 * cases. Every error has the problem's schema and an example.
 */
@OpenAPIDefinition(
        info = @Info(title = "Carryon channel gateway", version = "1.0.0"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String INVALID = "400";
    private static final String NO_TOKEN = "401";
    private static final String FORBIDDEN = "403";
    private static final String TOO_LARGE = "413";
    private static final String NOT_JSON = "415";
    private static final String UNAVAILABLE = "503";

    private static final Map<String, String> SAID_ONCE = Map.of(
            INVALID, "Malformed, or fields or parameters are wrong",
            NO_TOKEN, "No valid token",
            FORBIDDEN, "The role does not allow it",
            TOO_LARGE, "The body is larger than 1 MB",
            NOT_JSON, "Not JSON",
            UNAVAILABLE,
                    "Nothing was stored or changed: a part is away, or there is too much at work. Send the same"
                            + " request again after Retry-After.");

    private static final Map<String, String> TITLES = Map.of(
            INVALID,
            "The request is not valid",
            NO_TOKEN,
            "A valid bearer token is needed",
            FORBIDDEN,
            "Your role does not allow this",
            "404",
            "There is no such resource",
            "409",
            "The request conflicts with the present state",
            TOO_LARGE,
            "The body is too large",
            NOT_JSON,
            "The body's media type is not understood",
            "422",
            "The Idempotency-Key was used with another payload",
            UNAVAILABLE,
            "A needed part is not reachable");

    private static final Map<String, String> TYPES = Map.of(
            INVALID,
            "validation",
            NO_TOKEN,
            "unauthorized",
            FORBIDDEN,
            "forbidden",
            "404",
            "not-found",
            "409",
            "conflict",
            TOO_LARGE,
            "too-large",
            NOT_JSON,
            "unsupported-media-type",
            "422",
            "idempotency-key-reused",
            UNAVAILABLE,
            "unavailable");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new TreeMap<>(SAID_ONCE)
                .forEach(
                        (status, words) -> document.getComponents().addResponse(name(status), response(status, words)));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ApiDocument::complete);
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (IdempotencyKey.HEADER.equals(parameter.getName())) {
            parameter
                    .description("Fresh for each intended effect, the same with each retry.")
                    .required(true)
                    .example("8e03978e-40d5-43dd-bc93-6894a57f9324")
                    .getSchema()
                    .maxLength(255);
        }
        return parameter;
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null && response.getContent() == null && status.charAt(0) > '3') {
                response.setContent(problem(status));
            }
        });
        var takesBody = operation.getRequestBody() != null;
        var takesWords =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        for (var status : takesBody
                ? List.of(INVALID, NO_TOKEN, FORBIDDEN, TOO_LARGE, NOT_JSON, UNAVAILABLE)
                : takesWords
                        ? List.of(INVALID, NO_TOKEN, FORBIDDEN, UNAVAILABLE)
                        : List.of(NO_TOKEN, FORBIDDEN, UNAVAILABLE)) {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name(status)));
            }
        }
    }

    private static APIResponse response(String status, String words) {
        var response = OASFactory.createAPIResponse().description(words).content(problem(status));
        if (UNAVAILABLE.equals(status)) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds")
                            .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return response;
    }

    private static Content problem(String status) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:carryon:problem:" + TYPES.getOrDefault(status, "refused"));
        example.put("title", TITLES.getOrDefault(status, "The request was refused"));
        example.put("status", Integer.parseInt(status));
        example.put("detail", "What to do about it.");
        example.put("instance", "urn:uuid:9f0f4fd0-7c62-4a3c-9c1e-3d1d8f2a6b11");
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem"))
                                .example(example));
    }

    private static String name(String status) {
        return "Problem" + status;
    }
}
