package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carryon.ticketing.line.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks on this machine, which answers as it is told and checks signatures by itself. */
final class HookServer implements AutoCloseable {

    /** A message as it came. */
    record Got(String id, String timestamp, String signatures, String body) {

        JsonNode json() {
            return Line.json(body);
        }

        String ticket() {
            return json().at("/data/ticketId").textValue();
        }

        String type() {
            return json().get("type").textValue();
        }

        /** Whether one of its signatures is by the secret. */
        boolean isSignedBy(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signatures.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(signed));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private volatile boolean waits;

    HookServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:%d/hooks?from=carryon"
                .formatted(server.getAddress().getPort());
    }

    /** What it answers from now on. */
    void answers(int status) {
        answer.set(status);
    }

    /** Takes messages, and answers nothing until it is closed. */
    void answersNothing() {
        waits = true;
    }

    /** The messages about a ticket, in the order they came. */
    List<Got> about(String ticket) {
        return got.stream().filter(one -> ticket.equals(one.ticket())).toList();
    }

    @Override
    public void close() {
        goesOn.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (waits) {
                goesOn.await();
            }
            exchange.getResponseHeaders().add("Location", url());
            exchange.sendResponseHeaders(answer.get(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
