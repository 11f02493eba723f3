package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.bench.generated.ApiDocument.Operation;
import io.carryon.bench.generated.ApiDocument.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes a request of an operation, valid or with one thing wrong, and sends it. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was asked, to be asked again by hand; {@code chosen} are the values of parameters of path and query. */
    record Asked(String method, String url, Map<String, String> chosen, Map<String, String> headers, String body) {

        Asked with(Map<String, String> otherHeaders, String otherBody) {
            return new Asked(method, url, chosen, otherHeaders, otherBody);
        }
    }

    /** @param json null where the body is none */
    record Answered(Asked asked, int status, String type, String text, JsonNode json) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String service;
    private final List<String> tokens;
    private final Known known;
    private final Values values;
    private final Spoiler spoiler;
    private final Random random;

    /** @param tokens of roles; the first is the mightiest and used most */
    Caller(String service, List<String> tokens, Known known, Values values, Random random) {
        this.service = service;
        this.tokens = tokens;
        this.known = known;
        this.values = values;
        this.spoiler = new Spoiler(random);
        this.random = random;
    }

    /** Asks with values that the document allows. */
    Answered ask(Operation operation) throws IOException, InterruptedException {
        return send(valid(operation));
    }

    /** Asks with one thing wrong: a parameter, the body, who asks, or what kind of body it is said to be. */
    Answered askWrongly(Operation operation) throws IOException, InterruptedException {
        var asked = valid(operation);
        var headers = new LinkedHashMap<>(asked.headers());
        var parameters = operation.parameters();
        var chosen = random.nextInt(10);
        if (chosen == 0) {
            headers.put(
                    "Authorization",
                    "Bearer " + (random.nextBoolean() ? spoiler.text().strip() : tokens.getLast()));
        } else if (chosen == 1 && asked.body() != null) {
            headers.put("Content-Type", random.nextBoolean() ? "text/plain" : "application/xml");
        } else if (asked.body() != null && chosen < 7) {
            return send(asked.with(headers, spoiler.body(JSON.readTree(asked.body()))));
        } else if (!parameters.isEmpty()) {
            return send(spoilt(operation, asked, headers, parameters.get(random.nextInt(parameters.size()))));
        }
        return send(asked.with(headers, asked.body()));
    }

    private Asked spoilt(Operation operation, Asked asked, Map<String, String> headers, Parameter parameter) {
        var wrong = spoiler.text();
        if (parameter.in().equals("header")) {
            headers.remove(parameter.name());
            if (random.nextBoolean()) {
                headers.put(parameter.name(), wrong);
            }
            return asked.with(headers, asked.body());
        }
        var chosen = new LinkedHashMap<>(asked.chosen());
        chosen.put(parameter.name(), wrong);
        return new Asked(asked.method(), url(operation, chosen), chosen, headers, asked.body());
    }

    private Asked valid(Operation operation) throws IOException, InterruptedException {
        var chosen = chosen(operation);
        var headers = new LinkedHashMap<String, String>();
        var role = random.nextInt(8);
        headers.put("Authorization", "Bearer " + tokens.get(role < tokens.size() ? role : 0));
        var body = operation.body() == null
                ? null
                : values.of("body", operation.body()).toString();
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("header")) {
                header(parameter, operation, chosen).ifPresent(value -> headers.put(parameter.name(), value));
            }
        }
        return new Asked(operation.method(), url(operation, chosen), chosen, headers, body);
    }

    private Optional<String> header(Parameter parameter, Operation operation, Map<String, String> chosen)
            throws IOException, InterruptedException {
        return switch (parameter.name()) {
            case "Idempotency-Key" -> Optional.of("\"" + UUID.randomUUID() + "\"");
            case "If-Match" -> tag(operation, chosen);
            default -> Optional.empty();
        };
    }

    /** The tag of what is to be changed as it is now: of the thing itself, else of the ticket it belongs to. */
    private Optional<String> tag(Operation operation, Map<String, String> chosen)
            throws IOException, InterruptedException {
        var url = url(operation, chosen).replaceFirst("\\?.*", "");
        for (var place : List.of(url, url.replaceFirst("(/v1/tickets/[^/]+)/.*", "$1"))) {
            var read = exchange(
                    new Asked("GET", place, chosen, Map.of("Authorization", "Bearer " + tokens.getFirst()), null));
            var tag = read.headers().firstValue("ETag");
            read.body().close();
            if (tag.isPresent()) {
                return tag;
            }
            // What is not there yet has the first of all tags.
            if (random.nextBoolean()) {
                break;
            }
        }
        return Optional.of("\"0\"");
    }

    private Map<String, String> chosen(Operation operation) {
        var chosen = new LinkedHashMap<String, String>();
        // Mostly few: with every filter there is, nothing is found.
        var wanted = random.nextInt(3);
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                chosen.put(
                        parameter.name(),
                        values.of(parameter.name(), parameter.schema()).asText());
            } else if (parameter.in().equals("query")
                    && (parameter.required()
                            || random.nextInt(operation.parameters().size()) < wanted)) {
                var value = values.of(parameter.name(), parameter.schema());
                chosen.put(parameter.name(), (value.isArray() ? value.path(0) : value).asText());
            }
        }
        if (random.nextInt(15) > 0) {
            // In the order of the path: what is within something else brings that along.
            PATH_PARAMETER
                    .matcher(operation.path())
                    .results()
                    .forEach(parameter -> chosen.putAll(known.inPath(operation.path(), parameter.group(1), random)));
        }
        return chosen;
    }

    private String url(Operation operation, Map<String, String> chosen) {
        var path = operation.path();
        var query = new StringBuilder();
        for (var parameter : operation.parameters()) {
            var value = chosen.get(parameter.name());
            if (value == null) {
                continue;
            }
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded(value.isEmpty() ? " " : value));
            } else if (parameter.in().equals("query")) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append('=')
                        .append(encoded(value));
            }
        }
        return service + path + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answered send(Asked asked) throws IOException, InterruptedException {
        var answer = exchange(asked);
        var type = answer.headers().firstValue("Content-Type").orElse("");
        try (var body = answer.body()) {
            // A stream of events has no end to wait for.
            var text =
                    type.startsWith("text/event-stream") ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            var json = type.contains("json") && !text.isEmpty() ? JSON.readTree(text) : null;
            return new Answered(asked, answer.statusCode(), type, text, json);
        }
    }

    private HttpResponse<InputStream> exchange(Asked asked) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(asked.url())).timeout(PATIENCE);
        asked.headers().forEach((name, value) -> request.setHeader(name, value.replaceAll("[^ -~]", "?")));
        request.method(
                asked.method(),
                asked.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(asked.body()));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
