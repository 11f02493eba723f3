package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each call was offered to a member of staff who serves every queue, and how often. */
final class OfferStream implements AutoCloseable {

    /** When a call was offered first, on {@link System#nanoTime()}, and how often it was. */
    record Offer(long atNanos, int times) {}

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final EventStream stream;

    private OfferStream(RunningStack stack, List<String> queues) throws IOException {
        this.stream = EventStream.open(stack, queues, this::told);
    }

    /** Takes a seat at every queue and listens; throws when the ticket-service does not have it. */
    static OfferStream open(RunningStack stack, List<String> queues) throws IOException {
        return new OfferStream(stack, queues);
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
        stream.close();
    }

    private void told(String event, JsonNode data) {
        if (event.equals("call.offered")) {
            var now = System.nanoTime();
            offers.merge(
                    data.path("contactId").asText(),
                    new Offer(now, 1),
                    (first, again) -> new Offer(first.atNanos(), first.times() + 1));
        }
    }
}
