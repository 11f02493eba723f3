package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The screen of a member of staff who is there for calls: what the stream shows. */
final class StaffScreen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Collection<Shown> shown = new ConcurrentLinkedQueue<>();

    private volatile boolean closed;

    private record Shown(String type, JsonNode data) {}

    /** Takes a seat at these queues, and looks. */
    static StaffScreen of(Carryon carryon, String extension, List<String> queues)
            throws IOException, InterruptedException {
        given().auth()
                .oauth2(carryon.token("agent"))
                .contentType("application/json")
                .body(Map.of("extension", extension, "queues", queues, "status", "available"))
                .put(carryon.url("ticket-service") + "/v1/agents/me")
                .then()
                .statusCode(200);
        var screen = new StaffScreen();
        var answer = screen.http.send(
                HttpRequest.newBuilder(URI.create(carryon.url("ticket-service") + "/v1/stream"))
                        .header("Authorization", "Bearer " + carryon.token("agent"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("GET /v1/stream answered " + answer.statusCode());
        }
        Thread.ofVirtual().start(() -> screen.watch(answer.body()));
        return screen;
    }

    /** Waits until this is shown of the call. */
    JsonNode shows(String type, String contactId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shown.stream()
                                .filter(each -> each.type().equals(type))
                                .map(Shown::data)
                                .filter(data -> data.path("contactId").asText().equals(contactId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    /** Reads until the screen is closed; a stream that breaks before fails the test that is waiting. */
    private void watch(Stream<String> lines) {
        try {
            read(lines);
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void read(Stream<String> lines) {
        var type = new StringBuilder();
        lines.forEach(line -> {
            if (line.startsWith("event:")) {
                type.setLength(0);
                type.append(line.substring(6).strip());
            } else if (line.startsWith("data:")) {
                shown.add(new Shown(type.toString(), read(line.substring(5))));
            }
        });
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stream shows what is not JSON: " + data, e);
        }
    }
}
