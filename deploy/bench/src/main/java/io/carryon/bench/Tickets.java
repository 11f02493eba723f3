package io.carryon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.bench.tickets.InventedTickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Agents at work on the tickets that {@code tickets-load} loaded, each doing one thing after the other: how long they wait
 * for a list, a ticket, a search and a reply, and how that compares with fewer tickets. Between two things an agent pauses,
 * a quarter of a second on average, far less than any person; {@code --pause 0} leaves them none.
 */
final class Tickets {

    private Tickets() {}

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var tickets = options.number("tickets", 10_000);
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var times = new DeskTimes();
        var agents = options.number("agents", 20);
        var pause = options.number("pause", 250);
        work(stack, times, tickets, agents, pause, options.number("warm-up", 30));
        times.forget();
        work(stack, times, tickets, agents, pause, options.number("seconds", 60));
        var holds = times.report(tickets, Path.of(options.text("compare", "deploy/bench/target/tickets")));
        System.exit(holds ? 0 : 1);
    }

    private static Instant newest(RunningStack stack) throws IOException {
        var url = stack.url("ticket-service") + "/v1/tickets?q=" + InventedTickets.newestNumber();
        var found = new ObjectMapper()
                .readTree(Http.get(url, stack.token("agent")).body())
                .at("/items/0/openedAt");
        if (found.isMissingNode()) {
            throw new IOException("No loaded tickets are there; deploy/bench/tickets-load loads them");
        }
        return Instant.parse(found.asText());
    }

    private static void work(RunningStack stack, DeskTimes times, int tickets, int agents, int pause, int seconds)
            throws Exception {
        var invented = new InventedTickets(newest(stack));
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newFixedThreadPool(agents)) {
            var working = new ArrayList<Future<?>>();
            for (var number = 0; number < agents; number++) {
                var agent = new DeskAgent(stack, invented, tickets, number, times);
                working.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        agent.work();
                        agent.pause(pause);
                    }
                    return null;
                }));
            }
            for (var agent : working) {
                agent.get();
            }
        } catch (IOException e) {
            throw new IOException("The ticket service does not answer: " + e.getMessage(), e);
        }
    }
}
