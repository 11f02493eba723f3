package io.carryon.bench;

import io.carryon.bench.tickets.TicketLoading;
import java.nio.file.Path;
import java.time.Duration;

/** Fills the running stack's ticket service with tickets and their conversations, as if they had been there for years. */
final class TicketsLoad {

    private TicketsLoad() {}

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var tickets = options.number("tickets", 10_000);
        var url = options.text("postgres", null);
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var started = System.nanoTime();
        var loading = url != null
                ? new TicketLoading(url, options.text("user", "postgres"), options.text("password", ""))
                : new TicketLoading(stack.postgresUrl(), stack.postgresUser(), stack.postgresPassword());
        var loaded = loading.load(tickets);
        System.out.printf(
                "%d tickets with %d entries are there, %d of the tickets new, in %d s%n",
                tickets,
                5L * tickets,
                loaded,
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
    }
}
