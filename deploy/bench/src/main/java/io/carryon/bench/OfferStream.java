package io.carryon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The stream of a member of staff who serves every queue: when each call was offered, and how often. */
final class OfferStream implements AutoCloseable {

    /** Longer than two of the server's heartbeats. */
    private static final int SILENCE_MILLIS = 40_000;

    /** When a call was offered first, on {@link System#nanoTime()}, and how often it was. */
    record Offer(long atNanos, int times) {}

    private final ObjectMapper json = new ObjectMapper();
    private final RunningStack stack;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile HttpURLConnection connection;
    private String lastEventId;

    private OfferStream(RunningStack stack) {
        this.stack = stack;
    }

    /** Takes a seat at every queue and listens; throws when the ticket-service does not have it. */
    static OfferStream open(RunningStack stack, List<String> queues) throws IOException {
        var stream = new OfferStream(stack);
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

    /** Empty for a call that was not offered so far. */
    Map<String, Offer> offers() {
        return offers;
    }

    /** Waits until all these are offered, at most so long. */
    void await(List<String> contacts, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!offers.keySet().containsAll(contacts) && System.nanoTime() < deadline) {
            Backoff.afterRefusal();
        }
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
                read();
                resume();
            } catch (IOException | InterruptedException e) {
                if (!closed.get()) {
                    System.err.println("the stream ended: " + e.getMessage());
                }
                return;
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
                    arrived(type, data.toString());
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

    private void arrived(String type, String data) throws IOException {
        if (type.equals("call.offered")) {
            var now = System.nanoTime();
            offers.merge(
                    json.readTree(data).path("contactId").asText(),
                    new Offer(now, 1),
                    (first, again) -> new Offer(first.atNanos(), first.times() + 1));
        }
    }
}
