package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for Telegram: posts what a customer writes, and takes what is sent to them. */
final class Telegram implements AutoCloseable {

    private static final String SECRET = "journey-secret-0123456789";
    private static final int PORT = freePort();

    /** A bot of it, for the gateway. */
    static final Map<String, String> SETTINGS = Map.of(
            "CARRYON_TELEGRAM_BASE_URL",
            "http://localhost:" + PORT,
            "CARRYON_TELEGRAM_CONNECTIONS_JOURNEY_TOKEN",
            "1:journey-token-0123456789",
            "CARRYON_TELEGRAM_CONNECTIONS_JOURNEY_SECRET",
            SECRET);

    private static final String MESSAGE = """
            {"update_id":%1$d,"message":{"message_id":%1$d,"date":%2$d,
             "from":{"id":7001,"is_bot":false,"first_name":"Ieva","last_name":"Kalnina","language_code":"en"},
             "chat":{"id":7001,"type":"private"},"text":"%3$s"}}""";

    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private int updates;

    private Telegram(HttpServer server) {
        this.server = server;
    }

    static Telegram listening() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        var telegram = new Telegram(server);
        server.createContext("/", telegram::take);
        server.start();
        return telegram;
    }

    /** Ieva writes to the bot. */
    void write(Carryon carryon, String text) {
        updates++;
        given().contentType("application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .body(MESSAGE.formatted(updates, Instant.now().getEpochSecond(), text))
                .post(carryon.url("channel-gateway") + "/v1/messengers/telegram/journey")
                .then()
                .statusCode(200);
    }

    /** Waits until Ieva got this. */
    void arrived(String text) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received.stream().anyMatch(sent -> sent.contains(text)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{\"ok\":true,\"result\":{\"message_id\":%d,\"chat\":{\"id\":7001,\"type\":\"private\"}}}"
                    .formatted(1_000 + received.size())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
