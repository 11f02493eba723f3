package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.bench.tickets.InventedTickets;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One of staff: looks at a queue, opens tickets of it and old ones, looks for something now and then, and replies. */
final class DeskAgent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VIEWS = 45;
    private static final int TICKETS = 35;
    private static final int SEARCHES = 12;
    private static final int SEEN = 50;
    private static final List<String> LISTS = List.of(
            "status=NEW&status=OPEN&queue=support",
            "status=NEW&status=OPEN&queue=billing",
            "status=NEW&owner=none",
            "status=OPEN&status=ON_HOLD&owner=me",
            "status=ON_HOLD&queue=technical",
            "queue=support");

    private final String service;
    private final String token;
    private final InventedTickets invented;
    private final int tickets;
    private final Random random;
    private final DeskTimes times;
    private final Deque<JsonNode> seen = new ArrayDeque<>();

    DeskAgent(RunningStack stack, InventedTickets invented, int tickets, int number, DeskTimes times)
            throws IOException {
        this.service = stack.url("ticket-service") + "/v1/tickets";
        this.token = stack.token("agent");
        this.invented = invented;
        this.tickets = tickets;
        this.random = new Random(number);
        this.times = times;
    }

    /** Does one thing and measures how long the answer took. */
    void work() throws IOException {
        var chosen = random.nextInt(100);
        if (chosen < VIEWS || seen.isEmpty()) {
            view();
        } else if (chosen < VIEWS + TICKETS) {
            open();
        } else if (chosen < VIEWS + TICKETS + SEARCHES) {
            search();
        } else {
            reply();
        }
    }

    /** Reads, thinks, types: for so many milliseconds on average, at most twice as long. */
    void pause(int average) throws InterruptedException {
        Thread.sleep(random.nextInt(2 * average + 1));
    }

    private void view() throws IOException {
        var list = LISTS.get(random.nextInt(LISTS.size()));
        var items = JSON.readTree(get(DeskTimes.VIEW, service + "?" + list)).path("items");
        for (var item : items) {
            if (!item.path("status").asText().equals("CLOSED")) {
                seen.addLast(item);
            }
        }
        while (seen.size() > SEEN) {
            seen.removeFirst();
        }
    }

    /** Every other one is any of all tickets. */
    private void open() throws IOException {
        var id = random.nextBoolean()
                ? invented.id(random.nextInt(tickets)).toString()
                : seen.peekFirst().path("id").asText();
        get(DeskTimes.TICKET, service + "/" + id);
    }

    private void search() throws IOException {
        var q = invented.search(random, tickets);
        get(DeskTimes.SEARCH, service + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private void reply() throws IOException {
        var ticket = seen.removeFirst();
        var body = JSON.writeValueAsBytes(Map.of(
                "channel",
                "email",
                "text",
                "Thank you for your patience. We have looked into it and come back to you tomorrow."));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var start = System.nanoTime();
        var answer = Http.post(service + "/" + ticket.path("id").asText() + "/replies", token, key, body);
        times.add(DeskTimes.REPLY, Duration.ofNanos(System.nanoTime() - start), answer, 201);
    }

    private String get(String kind, String url) throws IOException {
        var start = System.nanoTime();
        var answer = Http.get(url, token);
        times.add(kind, Duration.ofNanos(System.nanoTime() - start), answer, 200);
        return answer.body();
    }
}
