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
    private static final String STATUS = "/status";
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
        return JSON.readTree(
                path.endsWith(STATUS)
                        ? move(service, role, path, request)
                        : send(request.build()).body());
    }

    /** The demonstration's own mails and answers may change the ticket after it was read. */
    private String move(String service, String role, String path, HttpRequest.Builder request) throws IOException {
        String ticket = path.substring(0, path.length() - STATUS.length());
        HttpResponse<String> answer;
        do {
            answer = exchange(
                    request.setHeader("If-Match", etag(service, role, ticket)).build());
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
