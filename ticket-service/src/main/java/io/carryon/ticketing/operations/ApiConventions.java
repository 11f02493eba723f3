package io.carryon.ticketing.operations;

import io.carryon.ticketing.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once, in the API document, what holds for every operation, so that a resource names only its own cases: whom it is
 * for, an example of each error, that it may be asked too often.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/responses/" + PROBLEM;
    private static final String INVALID = "400";
    private static final String TOO_LARGE = "413";
    private static final String NOT_JSON = "415";
    private static final String TOO_MANY = "429";
    private static final String UNAVAILABLE = "503";

    /** An error as a caller gets it: the end of its type, its title and what to do about it. */
    private record Case(String type, String title, String detail) {}

    private static final Map<String, Case> CASES = Map.ofEntries(
            Map.entry(
                    "400",
                    new Case(
                            "validation",
                            "The request is not valid",
                            "Correct the fields named in errors and send the request again.")),
            Map.entry(
                    "401",
                    new Case(
                            "unauthorized",
                            "A valid bearer token is needed",
                            "Send Authorization: Bearer with a token of the configured issuer that has not expired.")),
            Map.entry(
                    "403",
                    new Case(
                            "forbidden",
                            "Your role does not allow this",
                            "Use a token that carries a role this operation names in the API document.")),
            Map.entry("404", new Case("not-found", "There is no such resource", "Check the path and the id in it.")),
            Map.entry(
                    "409",
                    new Case(
                            "conflict",
                            "The request conflicts with the present state",
                            "Look at the resource as it is now, and at what the detail of this answer names.")),
            Map.entry(
                    "412",
                    new Case(
                            "stale",
                            "The ticket has changed since you read it",
                            "Get the ticket again, look at what changed and repeat with its new ETag, now \"4\".")),
            Map.entry(TOO_LARGE, new Case("too-large", "The body is too large", "Send less in one request.")),
            Map.entry(
                    NOT_JSON,
                    new Case(
                            "unsupported-media-type",
                            "The body's media type is not understood",
                            "Send Content-Type: application/json.")),
            Map.entry(
                    "422",
                    new Case(
                            "idempotency-key-reused",
                            "The Idempotency-Key was used for another request",
                            "Send a new key for a new request, or the first request unchanged.")),
            Map.entry(
                    "428",
                    new Case(
                            "precondition-required",
                            "If-Match is needed",
                            "Get the ticket and send its ETag as If-Match, so that you change what you have seen.")),
            Map.entry(
                    TOO_MANY,
                    new Case(
                            "too-many",
                            "That is more than is allowed",
                            "You may ask 30000 times in 60 seconds: go on after the time in Retry-After.")),
            Map.entry(
                    UNAVAILABLE,
                    new Case(
                            "unavailable",
                            "A needed part is not reachable",
                            "Send the request again after the time in Retry-After.")));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.addServer(OASFactory.createServer().url("/").description("The service that gave you this document"));
        document.getInfo()
                .contact(OASFactory.createContact().name("Whoever runs this service"))
                .description(document.getInfo().getDescription()
                        + " Each answer to a token says in RateLimit and RateLimit-Policy "
                        + "(draft-ietf-httpapi-ratelimit-headers) how much its subject may still ask.");
        var components = document.getComponents();
        components.removeResponse(PROBLEM);
        new TreeMap<>(CASES).forEach((status, answer) -> components.addResponse(PROBLEM + status, response(status)));
        operations(document).forEach(ApiConventions::complete);
        document.addWebhook("ticketEvent", webhook());
    }

    /** What stands for any JSON object is not the list that its Java type would make of it. */
    @Override
    public Schema filterSchema(Schema schema) {
        var types = schema.getType();
        if (types != null && types.contains(Schema.SchemaType.ARRAY) && schema.getItems() == null) {
            schema.setType(List.of(Schema.SchemaType.OBJECT));
        }
        return schema;
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static void complete(Operation operation) {
        operation.setDescription(Stream.of(
                        operation.getDescription() == null ? operation.getSummary() + "." : operation.getDescription(),
                        roles(operation))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
        also(operation, TOO_MANY, "You ask more than is allowed; see Retry-After");
        if (operation.getRequestBody() != null) {
            also(operation, INVALID, "A field is wrong");
            also(operation, TOO_LARGE, "The body is larger than any that is meant");
            also(operation, NOT_JSON, "The body is not JSON");
        } else if (operation.getParameters() != null
                && !operation.getParameters().isEmpty()) {
            also(operation, INVALID, "A parameter is wrong");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (REFERENCE.equals(response.getRef())) {
                response.setRef(PROBLEM + status);
            }
        });
    }

    /** An answer that every such operation may give, where its resource does not say more of it. */
    private static void also(Operation operation, String status, String words) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse().ref(REFERENCE).description(words));
        }
    }

    /** The roles as words: OpenAPI has no other place for them that all its tools know. */
    private static String roles(Operation operation) {
        if (operation.getSecurity() == null) {
            return "";
        }
        var roles = operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        operation
                .getSecurity()
                .forEach(requirement ->
                        requirement.getSchemes().keySet().forEach(scheme -> requirement.addScheme(scheme, List.of())));
        return roles.isEmpty() ? "" : "Roles: %s.".formatted(String.join(", ", roles));
    }

    private static APIResponse response(String status) {
        var response = OASFactory.createAPIResponse()
                .description(CASES.get(status).title())
                .content(problem(status));
        if (TOO_MANY.equals(status) || UNAVAILABLE.equals(status)) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
        return response;
    }

    private static Content problem(String status) {
        var answer = CASES.get(status);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:carryon:problem:" + answer.type());
        example.put("title", answer.title());
        example.put("status", Integer.parseInt(status));
        example.put("detail", answer.detail());
        example.put("instance", "urn:uuid:9f0f4fd0-7c62-4a3c-9c1e-3d1d8f2a6b11");
        if ("400".equals(status)) {
            example.put("errors", List.of(new TreeMap<>(Map.of("pointer", "/text", "detail", "must not be blank"))));
        }
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))
                                .example(example));
    }

    /** What receivers of webhooks get. */
    private static PathItem webhook() {
        var message = OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("WebhookMessage")));
        var operation = OASFactory.createOperation()
                .operationId("ticketEvent")
                .summary("Something has happened to a ticket")
                .description("Posted to the receivers made by createWebhook, which says how it is signed and repeated.")
                .addTag("Webhooks")
                .requestBody(OASFactory.createRequestBody().required(true).content(message))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "204",
                                OASFactory.createAPIResponse()
                                        .description("Taken; any 2xx will do. 410: tell me no more"))
                        .addAPIResponse(
                                "400", OASFactory.createAPIResponse().description("Not taken: it is told again")));
        return OASFactory.createPathItem().POST(operation);
    }
}
