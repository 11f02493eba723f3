package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Staff who answer mails over REST, and what they see. */
final class MailDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CarryonApi api;
    private final String tickets;
    private final String token;

    MailDesk(CarryonApi api) throws IOException {
        this.api = api;
        this.tickets = api.stack().url("ticket-service") + "/v1/tickets/";
        this.token = api.stack().token("supervisor");
    }

    /** Waits until there are so many tickets of this subject. */
    List<JsonNode> about(String subject, int count) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = api.ticketsAbout(subject);
            if (found.size() == count) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("%d tickets about \"%s\" instead of %d".formatted(found.size(), subject, count));
            }
            Backoff.afterRefusal();
        }
    }

    void replies(String ticket, String text) throws IOException {
        var answer = Http.post(
                tickets + ticket + "/replies",
                token,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                JSON.writeValueAsBytes(Map.of("text", text)));
        if (answer.status() != 201) {
            throw new IOException("The reply was answered %d: %s".formatted(answer.status(), answer.body()));
        }
    }

    JsonNode opens(String ticket) throws IOException {
        return api.get(tickets + ticket);
    }

    /** Waits until the conversation is as expected; answers its entries, oldest first. */
    JsonNode reads(String ticket, String expected, Predicate<JsonNode> isThere)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var entries = entries(ticket);
            if (isThere.test(entries)) {
                return entries;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "Not there within %s: %s; the conversation is %s".formatted(PATIENCE, expected, entries));
            }
            Backoff.afterRefusal();
        }
    }

    JsonNode entries(String ticket) throws IOException {
        return api.get(tickets + ticket + "/entries?limit=100").path("items");
    }
}
