package io.carryon.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.BitSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A browser with its chat: connects, says, is answered, loses the network and comes back for what it missed. */
final class ChatVisitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_SECONDS = 30;

    private final HttpClient client;
    private final URI address;
    private final String sessionId;
    private final String token;
    private final Consumer<JsonNode> answered;
    private final Map<String, CompletableFuture<JsonNode>> unacknowledged = new ConcurrentHashMap<>();
    private final BitSet seen = new BitSet();
    private int twice;
    private volatile WebSocket socket;
    private volatile CompletableFuture<JsonNode> welcome = new CompletableFuture<>();

    /** @param answered is told support's messages, each once unless the server sends it twice */
    ChatVisitor(HttpClient client, URI address, String sessionId, String token, Consumer<JsonNode> answered) {
        this.client = client;
        this.address = address;
        this.sessionId = sessionId;
        this.token = token;
        this.answered = answered;
    }

    /** Connects and waits for the welcome; after the first time it asks for what it missed. */
    void connect() throws InterruptedException, ExecutionException, TimeoutException {
        welcome = new CompletableFuture<>();
        socket = client.newWebSocketBuilder()
                .subprotocols("support.chat.v1")
                .buildAsync(address, new Frames())
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        send(Map.of("t", "hello", "resume", Map.of("sessionId", sessionId, "token", token, "lastSeq", lastSeq())));
        welcome.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** Says something, waits until it is durable, and answers the message's id. */
    String say(String text) throws InterruptedException, ExecutionException, TimeoutException {
        var clientId = UUID.randomUUID().toString();
        var acknowledged = new CompletableFuture<JsonNode>();
        unacknowledged.put(clientId, acknowledged);
        send(Map.of("t", "msg", "clientId", clientId, "text", text));
        var answer = acknowledged.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        noted(answer.path("seq").asInt());
        return answer.path("messageId").asText();
    }

    /** The network is gone, without a goodbye. */
    void cut() {
        socket.abort();
    }

    /** The last place up to which nothing is missing. */
    synchronized int lastSeq() {
        return seen.nextClearBit(1) - 1;
    }

    /** How many places are missing below the highest that was seen. */
    synchronized int gaps() {
        return Math.max(0, seen.length() - 1) - seen.cardinality();
    }

    /** How many of support's messages came more than once. */
    synchronized int twice() {
        return twice;
    }

    private void send(Object frame) {
        try {
            socket.sendText(JSON.writeValueAsString(frame), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized boolean noted(int seq) {
        var first = !seen.get(seq);
        seen.set(seq);
        return first;
    }

    private void take(JsonNode frame) {
        switch (frame.path("t").asText()) {
            case "welcome" -> welcome.complete(frame);
            case "ack" -> settle(frame.path("clientId").asText(), frame);
            case "msg.new" -> said(frame);
            case "error" -> {
                var failure = new IllegalStateException(frame.path("problem").toString());
                welcome.completeExceptionally(failure);
                var message = unacknowledged.remove(frame.path("clientId").asText());
                if (message != null) {
                    message.completeExceptionally(failure);
                }
            }
            default -> {
                // What the chat's window would show besides.
            }
        }
    }

    private void settle(String clientId, JsonNode frame) {
        var message = unacknowledged.remove(clientId);
        if (message != null) {
            message.complete(frame);
        }
    }

    private void said(JsonNode frame) {
        var first = noted(frame.path("seq").asInt());
        if (!frame.path("from").asText().equals("support")) {
            return;
        }
        if (first) {
            answered.accept(frame);
        } else {
            synchronized (this) {
                twice++;
            }
        }
    }

    /** Pings are answered by the client itself. */
    private final class Frames implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(JSON.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }
}
