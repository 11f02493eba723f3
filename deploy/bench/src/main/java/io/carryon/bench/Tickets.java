package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

    private static void work(RunningStack stack, DeskTimes times, int tickets, int agents, int pause, int seconds)
            throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newFixedThreadPool(agents)) {
            var working = new ArrayList<Future<?>>();
            for (var number = 0; number < agents; number++) {
                var agent = new DeskAgent(stack.url("ticket-service"), stack.token("agent"), tickets, number, times);
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
