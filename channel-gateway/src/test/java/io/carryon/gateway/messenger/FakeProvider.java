package io.carryon.gateway.messenger;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands for Meta and Telegram at the other end: answers as their documentation shows, and remembers what it was asked. */
public final class FakeProvider implements AutoCloseable {

    /** The start of a JPEG, as sniffers know it. */
    public static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of all of them: no id is given twice. */
    private static final AtomicInteger IDS = new AtomicInteger(100_000);

    private final HttpServer server;
    private final URI address;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> prepared = new ConcurrentHashMap<>();

    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    private record Answer(int status, String body) {}

    /** One request; the body is text, of a form too. */
    public record Asked(String method, String path, String authorization, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private FakeProvider(HttpServer server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** Listens where the gateway calls, until closed. */
    public static FakeProvider listening() {
        try {
            var address = URI.create(ConfigProvider.getConfig().getValue("carryon.telegram.base-url", String.class));
            var server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
            var provider = new FakeProvider(server, address);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the next request to a path that ends so in this way. */
    public FakeProvider next(String pathEnd, int status, String body) {
        prepared.computeIfAbsent(pathEnd, path -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Answers the next request to a path that ends so only once it may. */
    public FakeProvider nextOnly(String pathEnd, CountDownLatch may) {
        gates.put(pathEnd, may);
        return this;
    }

    /** The requests to a path that ends so and that fit. */
    public List<Asked> asked(String pathEnd, Predicate<Asked> fits) {
        return asked.stream()
                .filter(request -> request.path().endsWith(pathEnd) && fits.test(request))
                .toList();
    }

    /** The same once there are so many. */
    public List<Asked> awaited(String pathEnd, Predicate<Asked> fits, int count) {
        return await().atMost(PATIENCE).until(() -> asked(pathEnd, fits), found -> found.size() >= count);
    }

    /** The number in the id of the message sent last. */
    public int count() {
        return IDS.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), path, exchange.getRequestHeaders().getFirst("Authorization"), body));
        waitFor(gates.keySet().stream().filter(path::endsWith).findFirst().map(gates::remove));
        for (var known : prepared.entrySet()) {
            var answer = path.endsWith(known.getKey()) ? known.getValue().poll() : null;
            if (answer != null) {
                send(
                        exchange,
                        answer.status(),
                        "application/json",
                        answer.body().getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        if (path.contains("/file/") || path.contains("/download/")) {
            send(exchange, 200, "image/jpeg", PICTURE);
        } else {
            send(exchange, 200, "application/json", usual(path, body).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void waitFor(Optional<CountDownLatch> gate) throws IOException {
        try {
            if (gate.isPresent() && !gate.get().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Nobody said that it may be answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As developers.facebook.com and core.telegram.org show it. */
    private String usual(String path, String body) throws IOException {
        if (path.endsWith("/messages")) {
            return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.OUT" + IDS.incrementAndGet()
                    + "\"}]}";
        } else if (path.endsWith("/media")) {
            return "{\"id\":\"4490709327384033\"}";
        } else if (path.endsWith("/getFile")) {
            return "{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"photos/file_1.jpg\"}}";
        } else if (path.contains("/sendMessage")) {
            var chat = JSON.readTree(body).path("chat_id").asText();
            return sent(chat);
        } else if (path.contains("/send")) {
            return sent("0");
        }
        var media = path.substring(path.lastIndexOf('/') + 1);
        return "{\"url\":\"%s/download/%s\",\"mime_type\":\"image/jpeg\",\"file_size\":10,\"id\":\"%s\"}"
                .formatted(address, media, media);
    }

    private String sent(String chat) {
        return "{\"ok\":true,\"result\":{\"message_id\":%d,\"chat\":{\"id\":%s,\"type\":\"private\"},\"date\":1}}"
                .formatted(IDS.incrementAndGet(), chat);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
