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

/**
 * The REST interfaces, by the roles that use them.
 *
 * @param addresses URL of each service by its short name
 */
public record Doors(Map<String, String> addresses, Tokens tokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        if (path.endsWith("/status")) {
            request.header("If-Match", etag(service, role, path.substring(0, path.length() - "/status".length())));
        }
        HttpResponse<String> answer = send(request.build());
        return JSON.readTree(answer.body());
    }

    private String etag(String service, String role, String path) throws IOException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(addresses.get(service) + path))
                .header("Authorization", "Bearer " + tokens.token(role))
                .build();
        return send(get).headers().firstValue("ETag").orElse("*");
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.method() + " " + request.uri() + " was answered by " + answer.statusCode()
                        + ": " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
