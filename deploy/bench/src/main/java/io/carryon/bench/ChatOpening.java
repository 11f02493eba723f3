package io.carryon.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Opens chats as a site does, has visitors say their first thing, and an agent take the tickets. */
final class ChatOpening {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OPENED_PER_SECOND = 150;
    private static final int BEGUN_PER_SECOND = 10;
    private static final int TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CarryonApi api;
    private final RunningStack stack;
    private final HttpClient client;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    ChatOpening(CarryonApi api, HttpClient client) {
        this.api = api;
        this.stack = api.stack();
        this.client = client;
    }

    /** So many chats, each with its socket; throws when one cannot be opened. */
    Collection<ChatTalk> open(int chats, Consumer<ChatTalk> answered) throws InterruptedException, IOException {
        var opened = new ConcurrentHashMap<Integer, ChatTalk>();
        var failed = Arrivals.at(OPENED_PER_SECOND, number -> number < chats, number -> {
            var talk = chat(number, answered);
            talk.visitor().connect();
            opened.put(number, talk);
        });
        if (failed > 0) {
            throw new IOException(failed + " chats could not be opened");
        }
        return opened.values();
    }

    private ChatTalk chat(int number, Consumer<ChatTalk> answered) throws IOException {
        var answer = Http.post(
                stack.url("channel-gateway") + "/v1/chat/sessions",
                stack.token("portal"),
                Map.of("Idempotency-Key", run + "-" + number),
                form(number));
        var session = JSON.readTree(answer.body());
        var sessionId = session.path("sessionId").asText();
        var own = new AtomicReference<ChatTalk>();
        own.set(new ChatTalk(
                new ChatVisitor(
                        client,
                        URI.create(session.path("socketUrl").asText()),
                        sessionId,
                        session.path("sessionToken").asText(),
                        frame -> answered.accept(own.get())),
                sessionId));
        return own.get();
    }

    private byte[] form(int number) throws JsonProcessingException {
        var email = "visitor" + number + "." + run + "@example.com";
        return JSON.writeValueAsBytes(Map.of(
                "visitor", Map.of("name", "Visitor " + number, "email", email, "verified", true), "language", "en"));
    }

    /** Each says the first thing and gets a ticket, which the agent takes; throws when one gets none. */
    void begin(List<ChatTalk> talks, Map<String, ChatTalk> byTicket) throws InterruptedException, IOException {
        var failed = Arrivals.at(BEGUN_PER_SECOND, number -> number < talks.size(), number -> {
            var talk = talks.get(number);
            var ticket = ticketOf(talk.begin("Where is my parcel? I am visitor " + letters(talk.sessionId())));
            take(ticket);
            talk.isTicket(ticket);
            byTicket.put(ticket, talk);
        });
        if (failed > 0) {
            throw new IOException(failed + " chats got no ticket");
        }
    }

    /** Without digits, which would be read as the number of an order. */
    private static String letters(String id) {
        return id.replace("-", "")
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String ticketOf(String contactId) throws IOException, InterruptedException {
        var backoff = new Backoff();
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            var found = tickets(contactId);
            if (!found.isEmpty()) {
                return found.getFirst().path("id").asText();
            }
            backoff.beforeLookingAgain();
        }
        throw new IOException("there is no ticket of contact " + contactId);
    }

    /** A service that has just started refuses what is more than it can do at once; it is asked again. */
    private List<JsonNode> tickets(String contactId) throws InterruptedException {
        try {
            return api.ticketsOfContact(contactId);
        } catch (IOException e) {
            Backoff.afterRefusal();
            return List.of();
        }
    }

    /** Tries again when the ticket changed meanwhile. */
    private void take(String ticketId) throws IOException {
        var ticket = stack.url("ticket-service") + "/v1/tickets/" + ticketId;
        var token = stack.token("agent");
        for (var tries = 0; tries < TRIES; tries++) {
            var revision = JSON.readTree(Http.get(ticket, token).body()).path("revision");
            var answer = Http.put(
                    ticket + "/owner",
                    token,
                    Map.of("If-Match", '"' + revision.asText() + '"'),
                    JSON.writeValueAsBytes(Map.of("owner", "me")));
            if (answer.status() == 200) {
                return;
            }
        }
        throw new IOException("the ticket " + ticketId + " could not be taken");
    }
}
