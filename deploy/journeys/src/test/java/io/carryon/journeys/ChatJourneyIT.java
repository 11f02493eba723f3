package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ChatJourneyIT {

    private final Queue<String> frames = new ConcurrentLinkedQueue<>();

    @Test
    void aVisitorAndStaffTalkAndTheTicketHoldsTheTranscript() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var session = given().auth()
                .oauth2(carryon.token("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("visitor", Map.of("name", "Lina", "email", "lina@customers.example"), "language", "lt"))
                .post(carryon.url("channel-gateway") + "/v1/chat/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("support.chat.v1")
                .buildAsync(
                        URI.create(carryon.url("channel-gateway").replace("http", "ws") + "/v1/chat/ws"), listener())
                .join();

        send(socket, "{\"t\":\"hello\",\"token\":\"%s\"}".formatted(session.getString("sessionToken")));
        arrived("\"welcome\"");
        say(socket, "Does the Vilnius shop have the blue lamp?");
        arrived("\"ack\"");

        var ticket = staff.seesTicketAbout("Does the Vilnius shop have the blue lamp?");
        staff.replies(ticket, "Hello Lina, three of them are on the shelf.");
        arrived("three of them are on the shelf");
        say(socket, "Wonderful, please keep one for me.");

        assertThat(staff.reads(ticket, 3))
                .containsExactly(
                        "Does the Vilnius shop have the blue lamp?",
                        "Hello Lina, three of them are on the shelf.",
                        "Wonderful, please keep one for me.");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    }

    private static void say(WebSocket socket, String text) {
        send(socket, "{\"t\":\"msg\",\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text));
    }

    private static void send(WebSocket socket, String frame) {
        socket.sendText(frame, true).join();
    }

    private void arrived(String part) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(frames).anyMatch(frame -> frame.contains(part)));
    }

    private WebSocket.Listener listener() {
        return new WebSocket.Listener() {

            private final StringBuilder partial = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                partial.append(data);
                if (last) {
                    frames.add(partial.toString());
                    partial.setLength(0);
                }
                socket.request(1);
                return null;
            }
        };
    }
}
