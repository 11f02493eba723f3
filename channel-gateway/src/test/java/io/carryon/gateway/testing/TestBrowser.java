package io.carryon.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A visitor's browser, as far as a socket goes. */
public final class TestBrowser implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 15;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> statuses = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    public static TestBrowser connect(URI address) {
        return connect(address, HttpClient.newHttpClient().newWebSocketBuilder());
    }

    /** On a page of this origin. */
    public static TestBrowser connectFrom(String origin, URI address) {
        return connect(address, HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin));
    }

    private static TestBrowser connect(URI address, WebSocket.Builder builder) {
        var browser = new TestBrowser();
        browser.socket = builder.subprotocols("support.chat.v1")
                .buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), browser)
                .join();
        return browser;
    }

    /** A browser that has said hello. */
    public static TestBrowser helloed(URI address, JsonPath session) {
        var browser = connect(address);
        browser.send("hello", "token", session.getString("sessionToken"));
        browser.next("welcome");
        return browser;
    }

    /** A browser that goes on after the last message it has. */
    public static TestBrowser resumed(URI address, JsonPath session, int lastSeq) {
        var browser = connect(address);
        browser.sendText("{\"t\":\"hello\",\"resume\":{\"sessionId\":\"%s\",\"token\":\"%s\",\"lastSeq\":%d}}"
                .formatted(session.getString("sessionId"), session.getString("sessionToken"), lastSeq));
        return browser;
    }

    public void send(String type, String... fields) {
        var frame = JSON.createObjectNode().put("t", type);
        for (int i = 0; i < fields.length; i += 2) {
            frame.put(fields[i], fields[i + 1]);
        }
        sendText(frame.toString());
    }

    public void sendText(String text) {
        try {
            var sent = socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!sent.equals(socket)) {
                throw new IllegalStateException("sent by another socket");
            }
        } catch (Exception e) {
            if (!closed.isDone() && !socket.isOutputClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The next frame, which must be of this type. */
    public JsonNode next(String type) {
        var frame = next();
        if (!type.equals(frame.get("t").asText())) {
            throw new AssertionError("Not " + type + " but " + frame);
        }
        return frame;
    }

    /** The next frame of any type but status, which comes when it comes. */
    public JsonNode next() {
        return next(frames);
    }

    /** Where the chat stands, as soon as it is so. */
    public JsonNode status(Predicate<JsonNode> wanted) {
        var status = next(statuses);
        while (!wanted.test(status)) {
            status = next(statuses);
        }
        return status;
    }

    /** Whether nothing came that was not looked at yet, beside statuses. */
    public boolean hasNothing() {
        return frames.isEmpty();
    }

    private static JsonNode next(BlockingQueue<String> queue) {
        try {
            var frame = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("No frame came where one was due");
            }
            return JSON.readTree(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int closedWith() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The socket was not closed", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            (partial.indexOf("{\"t\":\"status\"") == 0 ? statuses : frames).add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
