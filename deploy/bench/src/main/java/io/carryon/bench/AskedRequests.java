package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes requests as a portal does, each a customer's own, and has an agent answer some of them. */
final class AskedRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PER_SECOND = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CarryonApi api;
    private final RunningStack stack;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    AskedRequests(CarryonApi api) {
        this.api = api;
        this.stack = api.stack();
    }

    /**
     * So many requests, of which each {@code answerEach}th is answered; throws when one gets no ticket, or its status does
     * not tell all within a minute.
     */
    List<AskedRequest> ask(int requests, int answerEach) throws InterruptedException, IOException {
        var asked = new ConcurrentHashMap<Integer, AskedRequest>();
        var failed = Arrivals.at(PER_SECOND, number -> number < requests, number -> {
            asked.put(number, ask(number, number % answerEach == 0));
        });
        if (failed > 0) {
            throw new IOException(failed + " requests could not be prepared");
        }
        return List.copyOf(asked.values());
    }

    private AskedRequest ask(int number, boolean isAnswered) throws IOException, InterruptedException {
        var text = "The invoice is wrong, please look at it. This is " + letters(number);
        var accepted = JSON.readTree(accepted(Http.post(
                stack.url("channel-gateway") + "/portal/v1/requests",
                stack.token("portal"),
                Map.of("Idempotency-Key", run + "-" + number),
                form(number, text))));
        var ticket = ticketOf(accepted.path("contactId").asText());
        var answer = isAnswered ? "We are looking into it, " + letters(number) : null;
        if (isAnswered) {
            reply(ticket.path("id").asText(), number, answer);
        }
        var request = new AskedRequest(
                accepted.path("reference").asText(), text, ticket.path("number").asText(), answer);
        await(request);
        return request;
    }

    private byte[] form(int number, String text) throws IOException {
        var email = "asker" + number + "." + run + "@example.com";
        return JSON.writeValueAsBytes(Map.of(
                "requester",
                Map.of("name", "Asker " + letters(number), "email", email, "verified", true),
                "subject",
                "A wrong invoice",
                "text",
                text,
                "language",
                "en"));
    }

    /** Without digits, which would be read as the number of an order. */
    private String letters(int number) {
        return (run + Integer.toString(number, 36))
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 36) % 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private JsonNode ticketOf(String contactId) throws IOException, InterruptedException {
        var backoff = new Backoff();
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            var found = api.ticketsOfContact(contactId);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            backoff.beforeLookingAgain();
        }
        throw new IOException("there is no ticket of contact " + contactId);
    }

    private void reply(String ticketId, int number, String text) throws IOException {
        accepted(Http.post(
                stack.url("ticket-service") + "/v1/tickets/" + ticketId + "/replies",
                stack.token("agent"),
                Map.of("Idempotency-Key", run + "-" + number),
                JSON.writeValueAsBytes(Map.of("text", text))));
    }

    private static String accepted(Http.Answer answer) throws IOException {
        if (answer.status() != 201) {
            throw new IOException("answered %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.body();
    }

    private void await(AskedRequest request) throws IOException, InterruptedException {
        var url = stack.url("channel-gateway") + "/portal/v1/requests/" + request.reference();
        var backoff = new Backoff();
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        var fault = request.fault(Http.get(url, stack.token("portal")));
        while (fault.isPresent() && System.nanoTime() < deadline) {
            backoff.beforeLookingAgain();
            fault = request.fault(Http.get(url, stack.token("portal")));
        }
        if (fault.isPresent()) {
            throw new IOException("the status of " + request.reference() + " is still wrong: " + fault.get());
        }
    }
}
