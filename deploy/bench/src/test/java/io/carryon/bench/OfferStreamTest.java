package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferStreamTest {

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/agents/me", exchange -> send(exchange, "{}"));
        server.createContext("/v1/stream", OfferStreamTest::stream);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void offersAreCountedAcrossConnectionsAndTheirFirstMomentStands() throws Exception {
        var run = Files.writeString(
                folder.resolve("run.json"), """
                {"services":{"ticket-service":{"url":"http://127.0.0.1:%d"}},"tokens":{"agent":"a"}}
                """.formatted(server.getAddress().getPort()));

        try (var stream = OfferStream.open(new RunningStack(run), List.of("support"))) {
            stream.await(List.of("one", "two", "three"), Duration.ofSeconds(20));

            assertThat(stream.offers()).containsOnlyKeys("one", "two", "three");
            assertThat(stream.offers().get("one").times()).isEqualTo(1);
            assertThat(stream.offers().get("two").times()).isEqualTo(2);
            assertThat(stream.offers().get("one").atNanos())
                    .isLessThanOrEqualTo(stream.offers().get("three").atNanos());
        }
    }

    /** The second connection goes on after the first one's last event, and tells one call again by mistake. */
    private static void stream(HttpExchange exchange) throws IOException {
        var after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        send(
                exchange,
                switch (after == null ? "" : after) {
                    case "" ->
                        offered(7, "one") + ": heartbeat\n\nid: 8\nevent: call.ended\ndata: {\"contactId\":\"one\"}\n\n"
                                + offered(9, "two");
                    case "9" -> offered(10, "two") + offered(11, "three");
                    default -> "";
                });
    }

    private static String offered(int id, String contact) {
        return "id: %d\nevent: call.offered\ndata: {\"contactId\":\"%s\"}\n\n".formatted(id, contact);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
