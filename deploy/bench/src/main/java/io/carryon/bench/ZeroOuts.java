package io.carryon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who press 0: how long the IVR waits for its answer, and how many are answered with less than all of it. */
final class ZeroOuts {

    private final RunningStack stack;
    private final String run;
    private final ObjectMapper json = new ObjectMapper();
    private final Latencies answers = new Latencies();
    private final AtomicInteger degraded = new AtomicInteger();
    private final AtomicInteger overASecond = new AtomicInteger();

    private ZeroOuts(RunningStack stack, String run) {
        this.stack = stack;
        this.run = run;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var zeroOuts = new ZeroOuts(stack, Long.toString(System.currentTimeMillis(), 36));
        System.exit(zeroOuts.run(options.number("rate", 2), options.number("calls", 60)) ? 0 : 1);
    }

    private boolean run(int rate, int calls) throws InterruptedException {
        System.out.printf("%d callers press 0, %d a second%n", calls, rate);
        var failed = Arrivals.at(rate, number -> number < calls, this::zeroOut);
        System.out.println("request to answer: " + answers);
        System.out.printf(
                "over a second %d, degraded %d, without an answer %d of %d%n",
                overASecond.get(), degraded.get(), failed, calls);
        return failed == 0 && overASecond.get() == 0;
    }

    private void zeroOut(int number) throws IOException {
        var body = Map.of(
                "trigger",
                "dtmf0",
                "menuPath",
                List.of("root", "billing"),
                "collected",
                Map.of(),
                "from",
                "+49309%06d".formatted(number),
                "to",
                "+49309000",
                "language",
                "en");
        var before = System.nanoTime();
        var answer = Http.post(
                stack.url("channel-gateway") + "/v1/ivr/calls/bench-" + run + "-" + number + "/zero-out",
                stack.token("ivr"),
                Map.of(),
                json.writeValueAsBytes(body));
        var took = Duration.ofNanos(System.nanoTime() - before);
        if (answer.status() / 100 != 2) {
            throw new IOException("answered %d: %s".formatted(answer.status(), answer.body()));
        }
        answers.add(took);
        overASecond.addAndGet(took.compareTo(Duration.ofSeconds(1)) > 0 ? 1 : 0);
        degraded.addAndGet(json.readTree(answer.body()).path("degraded").asBoolean() ? 1 : 0);
    }
}
