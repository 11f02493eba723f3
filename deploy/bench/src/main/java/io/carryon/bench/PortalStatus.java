package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Portals that read the status of requests, some of which are answered, by so many connections, each pausing between two
 * looks: how long they wait, and whether each answer is its own request's, with all that was said. It fails when one is
 * wrong, and when the goal is missed.
 */
final class PortalStatus {

    private final List<AskedRequest> requests;
    private final String url;
    private final String token;
    private final Latencies times = new Latencies();
    private final Map<String, Integer> wrong = new ConcurrentSkipListMap<>();

    private PortalStatus(RunningStack stack, List<AskedRequest> requests) throws IOException {
        this.requests = requests;
        this.url = stack.url("channel-gateway") + "/portal/v1/requests/";
        this.token = stack.token("portal");
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var requests = new AskedRequests(api).ask(options.number("requests", 200), options.number("answer-each", 2));
        var status = new PortalStatus(api.stack(), requests);
        var connections = options.number("connections", 16);
        var pause = options.number("pause", 50);
        status.read(connections, pause, options.number("warm-up", 30));
        status.times.forget();
        var seconds = options.number("seconds", 30);
        status.read(connections, pause, seconds);
        System.exit(status.report(seconds, options.number("status-p99", 50)) ? 0 : 1);
    }

    /** What is wrong counts during the warm-up, too. */
    private void read(int connections, int pauseMillis, int seconds) throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var reading = new ArrayList<Future<?>>();
            for (var number = 0; number < connections; number++) {
                reading.add(threads.submit(() -> {
                    var random = ThreadLocalRandom.current();
                    while (System.nanoTime() < end) {
                        look(requests.get(random.nextInt(requests.size())));
                        Thread.sleep(random.nextInt(2 * pauseMillis + 1));
                    }
                    return null;
                }));
            }
            for (var connection : reading) {
                connection.get();
            }
        }
    }

    private void look(AskedRequest request) throws IOException {
        var start = System.nanoTime();
        var answer = Http.get(url + request.reference(), token);
        times.add(Duration.ofNanos(System.nanoTime() - start));
        request.fault(answer).ifPresent(fault -> wrong.merge(fault, 1, Integer::sum));
    }

    private boolean report(int seconds, int goalMillis) {
        System.out.printf(
                "status of %d requests, %d answered: %.1f reads a second%n",
                requests.size(),
                requests.stream().filter(AskedRequest::isAnswered).count(),
                times.count() / (double) seconds);
        System.out.println("asked to told: " + times);
        // Nothing measured is nothing shown.
        var met = times.count() > 0 && times.percentile(99) <= goalMillis;
        System.out.printf("goal status, p99 within %d ms: %s%n", goalMillis, met ? "met" : "MISSED");
        wrong.forEach((fault, count) -> System.out.printf("WRONG %d times: %s%n", count, fault));
        return met && wrong.isEmpty();
    }
}
