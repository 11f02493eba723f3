package io.carryon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.local.tokens.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The REST interfaces, by the roles that use them.
 *
 * @param addresses URL of each service by its short name
 */
public record Doors(Map<String, String> addresses, Tokens tokens) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What changes only that of which the caller knows the revision. */
    private static final Pattern REVISED = Pattern.compile("(.*)/(?:status|publish)");

    private static final int PRECONDITION_FAILED = 412;

    JsonNode call(String service, String role, String method, String path, String key, Map<String, Object> body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.get(service) + path))
                .header("Authorization", "Bearer " + tokens.token(role))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        Matcher revised = REVISED.matcher(path);
        return JSON.readTree(
                revised.matches()
                        ? move(service, role, revised.group(1), request)
                        : send(request.build()).body());
    }

    /** The demonstration's own mails and answers may change a ticket after it was read. */
    private String move(String service, String role, String thing, HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer;
        do {
            answer = exchange(
                    request.setHeader("If-Match", etag(service, role, thing)).build());
        } while (answer.statusCode() == PRECONDITION_FAILED);
        return checked(answer).body();
    }

    private String etag(String service, String role, String path) throws IOException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(addresses.get(service) + path))
                .header("Authorization", "Bearer " + tokens.token(role))
                .build();
        return send(get).headers().firstValue("ETag").orElse("*");
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        return checked(exchange(request));
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().method() + " " + answer.uri() + " was answered by "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
