package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers press 0 while the ticket-service stands still: each is answered in time, and afterwards each call is a ticket,
 * once. The service is stopped by a signal and not killed, because the launcher would start it again at once; after the
 * outage it is killed, so that it comes back as after a crash.
 */
final class PhoneOutage {

    private static final String VICTIM = "ticket-service";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(90);

    private final CarryonApi api;
    private final Callers callers;
    private final Latencies answers = new Latencies();
    private final AtomicInteger degraded = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final Collection<Accepted> answered = new ConcurrentLinkedQueue<>();

    private PhoneOutage(CarryonApi api, Callers callers) {
        this.api = api;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var outage = new PhoneOutage(api, new Callers(api.stack(), Long.toString(System.currentTimeMillis(), 36)));
        System.exit(outage.run(options.number("rate", 5), options.number("minutes", 10)) ? 0 : 1);
    }

    private boolean run(int rate, int minutes) throws IOException, InterruptedException, ExecutionException {
        // A cold gateway would be measured otherwise.
        Arrivals.at(rate, number -> number < 5 * rate, this::press);
        System.out.printf("before the outage: %s%n", answers);
        answers.forget();
        degraded.set(0);
        late.set(0);
        var victim = api.stack().processes().get(VICTIM);
        System.out.printf("%s stands still for %d minutes, %d callers a second press 0%n", VICTIM, minutes, rate);
        // Whoever interrupts this shall not find a service that stands still for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(victim::destroyForcibly));
        stop(victim);
        var calls = rate * minutes * 60;
        var failed = Arrivals.at(rate, number -> number < calls, number -> press(5 * rate + number));
        victim.destroyForcibly();
        System.out.printf(
                "pressed 0 to answer: %s%nover a second %d, degraded %d, without an answer %d%n",
                answers, late.get(), degraded.get(), failed);
        awaitReturn();
        var sums = new Verification(api).of(answered);
        System.out.printf(
                "answered %d = recognized %d = in tickets, once %d: %s%n",
                sums.accepted(),
                sums.recognized(),
                sums.inTicketsOnce(),
                sums.complete() ? "nothing lost, nothing doubled" : "INCOMPLETE");
        sums.wrong().stream().limit(10).forEach(System.out::println);
        return failed == 0 && late.get() == 0 && sums.complete();
    }

    private void press(int number) throws IOException {
        var answer = callers.pressZero(number);
        answers.add(answer.took());
        late.addAndGet(answer.took().compareTo(LONGEST_WAIT) > 0 ? 1 : 0);
        degraded.addAndGet(answer.degraded() ? 1 : 0);
        answered.add(new Accepted(answer.contactId(), null, System.nanoTime()));
    }

    private void awaitReturn() throws InterruptedException {
        var began = System.nanoTime();
        while (!ready() && System.nanoTime() - began < LONGEST_RESTART.toNanos()) {
            Backoff.afterRefusal();
        }
        System.out.printf("%s is back after %.1f s%n", VICTIM, (System.nanoTime() - began) / 1e9);
    }

    private boolean ready() {
        try {
            return Http.get(api.stack().url(VICTIM) + "/q/health/ready", "").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start();
        if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IOException("kill -STOP did not reach process " + process.pid());
        }
    }
}
