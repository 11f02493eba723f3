package io.carryon.bench;

import io.carryon.bench.history.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** How long an agent waits for a card, of random contacts among those that {@code profile-load} loaded. */
final class Cards {

    private static final int WARM_UP_SECONDS = 10;

    private final String profile;
    private final String token;
    private final int contacts;
    private final Random random = new Random(7);
    private final Latencies latencies = new Latencies();
    private long bytes;
    private int missing;

    private Cards(RunningStack stack, int contacts) throws IOException {
        this.profile = stack.url("customer-profile-service");
        this.token = stack.token("agent");
        this.contacts = contacts;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var contacts = options.number("contacts", 10_000);
        var cards = new Cards(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))), contacts);
        var rate = options.number("rate", 50);
        cards.ask(rate, options.number("warm-up", WARM_UP_SECONDS));
        cards.forget();
        cards.ask(rate, options.number("seconds", 30));
        System.exit(cards.report(Path.of(options.text("compare", "deploy/bench/target/cards"))) ? 0 : 1);
    }

    private void ask(int rate, int seconds) throws InterruptedException {
        Arrivals.at(rate, number -> number < rate * seconds, number -> {
            var start = System.nanoTime();
            var answer = Http.get(profile + "/v1/contacts/" + Ids.contact(next()) + "/card", token);
            latencies.add(Duration.ofNanos(System.nanoTime() - start));
            note(answer);
        });
    }

    private synchronized int next() {
        return random.nextInt(contacts);
    }

    private synchronized void note(Http.Answer answer) {
        bytes += answer.body().length();
        missing += answer.status() == 200 ? 0 : 1;
    }

    private void forget() {
        latencies.forget();
        bytes = 0;
        missing = 0;
    }

    /** Compares with the smallest history that was measured before. */
    private boolean report(Path folder) throws IOException {
        var p95 = latencies.percentile(95);
        System.out.printf(
                "cards among %d contacts: %s, %d bytes each%n",
                contacts, latencies, bytes / Math.max(1, latencies.count()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("%09d".formatted(contacts)), Double.toString(p95));
        try (var measured = Files.list(folder)) {
            var smallest = measured.sorted().findFirst().orElseThrow();
            var before = Double.parseDouble(Files.readString(smallest));
            System.out.printf(
                    "p95 %.1f ms, %.2f times that among %d contacts (%.1f ms)%n",
                    p95, p95 / before, Integer.parseInt(smallest.getFileName().toString()), before);
        }
        if (missing > 0) {
            System.out.printf("%d contacts have no card: load the same number first%n", missing);
        }
        return missing == 0;
    }
}
