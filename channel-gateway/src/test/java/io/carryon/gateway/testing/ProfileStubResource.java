package io.carryon.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Stands for the profile at the other end of the one question asked directly; the number called decides its answer. */
public final class ProfileStubResource implements QuarkusTestResourceLifecycleManager {

    /** A customer with an open ticket has this number. */
    public static final String KNOWN = "+493055501";

    /** What they have open. */
    public static final UUID KNOWNS_TICKET = UUID.fromString("01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b");

    /** Asking about this number fails. */
    public static final String BROKEN = "+493055502";

    /** Asking about this number is answered by something that is not an answer. */
    public static final String GARBLED = "+493055503";

    /** Asking about this number is never answered. */
    public static final String HANGING = "+493055504";

    /** Two customers have this number. */
    public static final String SHARED = "+493055505";

    private static final String TWO_CUSTOMERS = """
            {"items":[{"id":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a10","name":"Marta Nowak","match":"maybe"},
              {"id":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a12","name":"Jan Nowak","match":"maybe"}],"next":null}
            """;

    private static final String CUSTOMER = """
            {"items":[{"id":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a10","name":"Marta Nowak","match":"maybe",
              "since":"2025-11-02T10:00:00Z","openIssues":[{"issueId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a11",
              "ticketId":"01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b","ticketNumber":"1004273","status":"OPEN",
              "subject":"The invoice for May is wrong"}]}],"next":null,"hasMore":false}
            """;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/customers", ProfileStubResource::answer);
            server.start();
            var token = Files.writeString(Path.of("target", "profile-stub.token"), "gateway-token\n");
            return Map.of(
                    "carryon.profile.url",
                    "http://localhost:" + server.getAddress().getPort(),
                    "carryon.profile.token-file",
                    token.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var authorized =
                "Bearer gateway-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorized || query.contains(BROKEN)) {
            send(exchange, authorized ? 500 : 401, "{}");
        } else if (query.contains(GARBLED)) {
            send(exchange, 200, "<html>");
        } else if (query.contains(SHARED)) {
            send(exchange, 200, TWO_CUSTOMERS);
        } else if (!query.contains(HANGING)) {
            var known = query.contains("handle=tel:" + KNOWN) && query.contains("region=DE");
            send(exchange, 200, known ? CUSTOMER : "{\"items\":[],\"next\":null}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
