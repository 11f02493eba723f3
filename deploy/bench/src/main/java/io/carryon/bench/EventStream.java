package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** The stream of a member of staff who serves queues; it goes on where it ended. */
final class EventStream implements AutoCloseable {

    /** Longer than two of the server's heartbeats. */
    private static final int SILENCE_MILLIS = 40_000;

    private final ObjectMapper json = new ObjectMapper();
    private final RunningStack stack;
    private final BiConsumer<String, JsonNode> told;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile HttpURLConnection connection;
    private String lastEventId;

    private EventStream(RunningStack stack, BiConsumer<String, JsonNode> told) {
        this.stack = stack;
        this.told = told;
    }

    /**
     * Takes a seat at every queue and listens; throws when the ticket-service does not have it.
     *
     * @param told is told each message's event and data, one after the other
     */
    static EventStream open(RunningStack stack, List<String> queues, BiConsumer<String, JsonNode> told)
            throws IOException {
        var stream = new EventStream(stack, told);
        var seat = Http.put(
                stack.url("ticket-service") + "/v1/agents/me",
                stack.token("agent"),
                stream.json.writeValueAsBytes(Map.of("extension", "201", "queues", queues, "status", "available")));
        if (seat.status() / 100 != 2) {
            throw new IOException("PUT /v1/agents/me answered %d: %s".formatted(seat.status(), seat.body()));
        }
        stream.connect();
        Thread.ofVirtual().start(stream::listen);
        return stream;
    }

    @Override
    public void close() {
        closed.set(true);
        connection.disconnect();
    }

    private void connect() throws IOException {
        var request = Http.stream(stack.url("ticket-service") + "/v1/stream", stack.token("agent"), SILENCE_MILLIS);
        if (lastEventId != null) {
            request.setRequestProperty("Last-Event-ID", lastEventId);
        }
        connection = request;
        if (request.getResponseCode() != 200) {
            throw new IOException("GET /v1/stream answered " + request.getResponseCode());
        }
    }

    private void listen() {
        while (!closed.get()) {
            try {
                readUntilCut();
                resume();
            } catch (IOException | InterruptedException e) {
                if (!closed.get()) {
                    System.err.println("the stream ended: " + e.getMessage());
                }
                return;
            }
        }
    }

    /** A client that is behind is cut off, and goes on where it was. */
    private void readUntilCut() {
        try {
            read();
        } catch (IOException e) {
            if (!closed.get()) {
                System.err.println("the stream was cut: " + e.getMessage());
            }
        }
    }

    private void resume() throws IOException, InterruptedException {
        if (!closed.get()) {
            Backoff.afterRefusal();
            connect();
        }
    }

    private void read() throws IOException {
        var type = "";
        var data = new StringBuilder();
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    told.accept(type, json.readTree(data.toString()));
                    type = "";
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.startsWith("id:")) {
                    lastEventId = line.substring(3).strip();
                }
            }
        }
    }
}
