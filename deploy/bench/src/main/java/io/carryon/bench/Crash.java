package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills each service and each embedded part in turn with SIGKILL while contacts arrive, lets
 * {@code deploy/run} start it again, and counts: accepted = recognized = in tickets, each once.
 */
final class Crash {

    private static final Duration LONGEST_RESTART = Duration.ofSeconds(60);

    private final CarryonApi api;
    private final Customers customers;
    private final Duration between;
    private final Collection<Accepted> accepted = new ConcurrentLinkedQueue<>();

    private Crash(CarryonApi api, Customers customers, Duration between) {
        this.api = api;
        this.customers = customers;
        this.between = between;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var customers = new Customers(api, Long.toString(System.currentTimeMillis(), 36), 500);
        var crash = new Crash(api, customers, Duration.ofSeconds(options.number("between", 12)));
        System.exit(crash.run(options.number("rate", 30), options.number("mails", 20)) ? 0 : 1);
    }

    private boolean run(int rate, int mailsInHundred) throws Exception {
        var goOn = new AtomicBoolean(true);
        var arrivals = Thread.ofVirtual().start(() -> keepContactsComing(rate, mailsInHundred, goOn));
        Thread.sleep(between);
        for (var victim : new ArrayList<>(api.stack().processes().keySet())) {
            kill(victim);
            Thread.sleep(between);
        }
        goOn.set(false);
        arrivals.join();
        System.out.println("all killed once; waiting until everything has come through");
        var sums = new Verification(api).of(accepted);
        System.out.printf(
                "contacts accepted %d = recognized %d = in tickets, each once %d: %s%n",
                sums.accepted(), sums.recognized(), sums.inTicketsOnce(), sums.complete() ? "OK" : "NOT EQUAL");
        sums.wrong().stream().limit(20).forEach(System.out::println);
        return sums.complete();
    }

    private void kill(String victim) throws IOException, InterruptedException {
        var process = api.stack().processes().get(victim);
        var before = accepted.size();
        var start = System.nanoTime();
        System.out.printf("kill -9 %-26s (pid %d), %d accepted so far%n", victim, process.pid(), before);
        process.destroyForcibly();
        while (!restarted(victim, process.pid())) {
            if (System.nanoTime() - start > LONGEST_RESTART.toNanos()) {
                throw new IOException(victim + " was not started again within " + LONGEST_RESTART);
            }
            Backoff.afterRefusal();
        }
        System.out.printf("        %-26s is back after %.1f s%n", victim, (System.nanoTime() - start) / 1e9);
    }

    private boolean restarted(String victim, long oldPid) throws IOException {
        var process = api.stack().processes().get(victim);
        return process != null && process.pid() != oldPid && process.isAlive();
    }

    private void keepContactsComing(int rate, int mailsInHundred, AtomicBoolean goOn) {
        try {
            Arrivals.at(rate, number -> goOn.get(), number -> contact(number, mailsInHundred));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void contact(int number, int mailsInHundred) throws IOException, InterruptedException {
        accepted.add(number % 100 < mailsInHundred ? customers.write(number) : customers.askOnThePortal(number));
    }
}
