package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many open chats, some of which talk: the gateway's memory, how long until a message stands on the stream of the agent
 * who has the ticket, until it stands in the ticket, and until an answer is in the visitor's browser; then all lose the
 * network at once and come back. It fails when a message is lost, doubled or out of its place, and when a goal is
 * missed.
 */
final class Chats {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CarryonApi api;
    private final RunningStack stack;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ChatTalk> talks = new ArrayList<>();
    private final Map<String, ChatTalk> byTicket = new ConcurrentHashMap<>();
    private final Latencies acknowledged = new Latencies();
    private final Latencies toStaff = new Latencies();
    private final Latencies toTicket = new Latencies();
    private final Latencies toVisitor = new Latencies();
    private final AtomicInteger busy = new AtomicInteger();

    private Chats(CarryonApi api) {
        this.api = api;
        this.stack = api.stack();
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var done = new Chats(api).run(options);
        System.exit(done ? 0 : 1);
    }

    private boolean run(Options options) throws Exception {
        var queues = List.of(options.text("queues", "support,billing,technical").split(","));
        var before = gatewayMegabytes();
        try (var stream = EventStream.open(stack, queues, this::told)) {
            var opening = new ChatOpening(api, client);
            talks.addAll(opening.open(options.number("chats", 5_000), this::answered));
            var open = gatewayMegabytes();
            System.out.printf("%d chats open: the gateway has %d MB resident, %d before%n", talks.size(), open, before);
            opening.begin(talks.subList(0, Math.min(options.number("talking", 600), talks.size())), byTicket);
            talk(options.number("rate", 100) / 2, options.number("warm-up", 60));
            List.of(acknowledged, toStaff, toTicket, toVisitor).forEach(Latencies::forget);
            busy.set(0);
            var failed = talk(options.number("rate", 100), options.number("seconds", 60));
            var during = gatewayMegabytes();
            System.out.println("said to durable:                    " + acknowledged);
            System.out.println("said to the agent's stream:         " + toStaff);
            System.out.println("said to standing in the ticket:     " + toTicket);
            System.out.println("answered to the visitor's browser:  " + toVisitor);
            System.out.printf("failed %d, not said because the last was not seen yet %d%n", failed, busy.get());
            var storm = new ReconnectStorm(options.number("storm", 10))
                    .strike(talks.stream().map(ChatTalk::visitor).toList());
            var after = gatewayMegabytes();
            System.out.printf("the gateway had %d MB resident while they talked, %d after the storm%n", during, after);
            var met = goal("message to the agent's stream", toStaff, options.number("stream-p99", 150));
            var small = Math.max(Math.max(open, during), after) < options.number("most-mb", 400);
            System.out.printf("goal below %d MB: %s%n", options.number("most-mb", 400), small ? "met" : "MISSED");
            return complete() && met && small && storm && failed == 0;
        }
    }

    private static boolean goal(String what, Latencies times, int millis) {
        var met = times.count() > 0 && times.percentile(99) <= millis;
        System.out.printf("goal %s, p99 within %d ms: %s%n", what, millis, met ? "met" : "MISSED");
        return met;
    }

    /** Visitors write by turns; each tenth message is answered. Returns how many could not be said. */
    private int talk(int perSecond, int seconds) throws InterruptedException {
        var talking = List.copyOf(byTicket.values());
        var failed = Arrivals.at(perSecond, number -> number < perSecond * seconds, number -> {
            var talk = talking.get(number % talking.size());
            if (talk.isWaitingForStaff()) {
                busy.incrementAndGet();
                return;
            }
            acknowledged.add(talk.say("And one more thing"));
            if (number % 10 == 0) {
                reply(talk);
            }
        });
        settle(talking);
        return failed;
    }

    private void settle(List<ChatTalk> talking) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline && talking.stream().anyMatch(talk -> talk.isWaiting())) {
            Backoff.afterRefusal();
        }
    }

    private void reply(ChatTalk talk) throws IOException {
        talk.isAnswered();
        var answer = Http.post(
                stack.url("ticket-service") + "/v1/tickets/" + talk.ticketId() + "/replies",
                stack.token("agent"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                JSON.writeValueAsBytes(Map.of("text", "We are looking into it.")));
        if (answer.status() != 201) {
            throw new IOException("the reply was answered %d: %s".formatted(answer.status(), answer.body()));
        }
    }

    private void told(String event, JsonNode data) {
        var talk = byTicket.get(data.path("ticketId").asText());
        if (talk == null || !talk.isWaitingForStaff()) {
            return;
        }
        if (event.equals("chat.message")) {
            talk.readByStaff().ifPresent(toStaff::add);
        } else if (event.equals("ticket.changed")
                && data.path("change").asText().equals("CONTACT_ADDED")) {
            // Who was not told at once reads it now.
            talk.readByStaff().ifPresent(toStaff::add);
            toTicket.add(talk.inTicket());
        }
    }

    private void answered(ChatTalk talk) {
        talk.seenByVisitor().ifPresent(toVisitor::add);
    }

    private boolean complete() throws IOException {
        var wrong = 0;
        for (var talk : byTicket.values()) {
            var entries = api.customerEntries(talk.ticketId()).size();
            var right = entries == talk.said()
                    && talk.visitor().gaps() == 0
                    && talk.visitor().twice() == 0;
            if (!right && wrong++ < 10) {
                System.out.printf(
                        "ticket %s: said %d, in the ticket %d, places missing %d, doubled %d%n",
                        talk.ticketId(),
                        talk.said(),
                        entries,
                        talk.visitor().gaps(),
                        talk.visitor().twice());
            }
        }
        System.out.printf(
                "%d conversations, %d messages: %s%n",
                byTicket.size(),
                byTicket.values().stream().mapToInt(talk -> talk.said()).sum(),
                wrong == 0 ? "nothing lost, nothing doubled, each in its place" : wrong + " are WRONG");
        return wrong == 0;
    }

    private long gatewayMegabytes() throws IOException {
        return RunningStack.residentMegabytes(stack.processes().get("channel-gateway"));
    }
}
