package io.carryon.ticketing.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the stream, which reads server-sent events as the HTML standard says. */
public final class Listening implements AutoCloseable, Flow.Subscriber<String> {

    /** A message; data is null for one that only names a place. */
    public record Message(String id, String event, JsonNode data) {

        /** The contact that it is about. */
        public String contact() {
            return data.path("contactId").textValue();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> response;
    private volatile HttpResponse.ResponseInfo head;
    private volatile Flow.Subscription lines;
    private volatile String retry;
    private volatile String lastId;
    private String event;
    private String data;

    private Listening(String token, String lastEventId) {
        var request = HttpRequest.newBuilder(
                        URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/v1/stream"))
                .header("Authorization", token)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        response = CLIENT.sendAsync(request.build(), info -> {
            head = info;
            return HttpResponse.BodySubscribers.fromLineSubscriber(this);
        });
    }

    /** Listens from now on; the stream is open when this returns. */
    public static Listening as(String agent) {
        return with(Line.bearer(agent, "agent"), null);
    }

    /** Goes on after a message; null: from now on. */
    public static Listening with(String token, String lastEventId) {
        var listening = new Listening(token, lastEventId);
        Awaitility.await().atMost(PATIENCE).until(() -> listening.lastId != null);
        return listening;
    }

    /** The answer to who is not let in. */
    public static int refused(String token) {
        return new Listening(token, null).response.join().statusCode();
    }

    /** Messages about a contact, in their order; waits for so many. */
    public List<Message> about(String contact, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> about(contact).size() >= count);
        return about(contact);
    }

    private List<Message> about(String contact) {
        return messages.stream()
                .filter(message -> contact.equals(message.contact()))
                .toList();
    }

    public List<Message> messages() {
        return messages;
    }

    /** Waits for a sign of life. */
    public void hearsThatItLives() {
        Awaitility.await().atMost(PATIENCE).until(() -> !comments.isEmpty());
    }

    /** Waits until the server ends the stream. */
    public void isEnded() {
        Awaitility.await().atMost(PATIENCE).until(response::isDone);
    }

    /** Waits for so many further signs of life. */
    public void hearsThatItStillLives(int times) {
        var before = comments.size();
        Awaitility.await().atMost(PATIENCE).until(() -> comments.size() >= before + times);
    }

    public String header(String name) {
        return head.headers().firstValue(name).orElse(null);
    }

    public String retry() {
        return retry;
    }

    /** What a browser would send when it comes back. */
    public String lastId() {
        return lastId;
    }

    @Override
    public void close() {
        lines.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (head.statusCode() != 200) {
            return;
        }
        if (line.isEmpty()) {
            if (data != null) {
                messages.add(new Message(lastId, event, Line.json(data)));
            }
            event = null;
            data = null;
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).stripLeading();
            switch (line.substring(0, colon)) {
                case "id" -> lastId = value;
                case "event" -> event = value;
                case "retry" -> retry = value;
                case "data" -> data = data == null ? value : data + "\n" + value;
                default -> throw new IllegalStateException(line);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        lines.cancel();
    }

    @Override
    public void onComplete() {}
}
