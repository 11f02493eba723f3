package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Mails arrive at the Postfix of {@code deploy/mailservers} while the gateway and Dovecot are killed at random with SIGKILL:
 * what Postfix took is in exactly one ticket, once.
 */
final class MailCrash {

    private static final Duration LONGEST_RESTART = Duration.ofSeconds(60);
    private static final String GATEWAY = "channel-gateway";

    private final CarryonApi api;
    private final Path dovecot;
    private final Random random;
    private int gatewayKills;
    private int dovecotKills;

    private MailCrash(CarryonApi api, Path dovecot, Random random) {
        this.api = api;
        this.dovecot = dovecot;
        this.random = random;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var servers = Path.of(options.text("servers", ".carryon-mailservers"));
        var crash = new MailCrash(
                api, servers.resolve("dovecot.pid"), new Random(options.number("seed", (int) System.nanoTime())));
        var mails = options.number("mails", 1_000);
        var customers = new Customers(
                api,
                Long.toString(System.currentTimeMillis(), 36),
                mails,
                options.text("to", "support@test.local"),
                new MailRoute(api.stack().smtpHost(), api.stack().smtpPort()));
        System.exit(crash.run(customers, mails, options.number("rate", 10), options.number("between", 6)) ? 0 : 1);
    }

    /** Kills after {@code between} seconds on average, at most twice as many. */
    private boolean run(Customers customers, int mails, int rate, int between) throws Exception {
        Collection<Accepted> accepted = new ConcurrentLinkedQueue<>();
        var goOn = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var killing = threads.submit(() -> killUntil(goOn, between));
            Arrivals.at(rate, number -> number < mails, number -> accepted.add(customers.write(number)));
            goOn.set(false);
            killing.get();
        }
        System.out.printf(
                "%d mails taken; the gateway was killed %d times, Dovecot %d times; waiting until all has come through%n",
                accepted.size(), gatewayKills, dovecotKills);
        var sums = new Verification(api).of(accepted);
        System.out.printf(
                "mails %d = recognized %d = in tickets, each once %d: %s%n",
                sums.accepted(), sums.recognized(), sums.inTicketsOnce(), sums.complete() ? "OK" : "NOT EQUAL");
        sums.wrong().stream().limit(20).forEach(System.out::println);
        return sums.complete() && accepted.size() == mails;
    }

    private Void killUntil(AtomicBoolean goOn, int between) throws IOException, InterruptedException {
        while (goOn.get()) {
            Thread.sleep(Duration.ofMillis(random.nextInt(2_000 * between)));
            if (random.nextBoolean()) {
                killGateway();
            } else {
                killDovecot();
            }
        }
        return null;
    }

    private void killGateway() throws IOException, InterruptedException {
        var process = api.stack().processes().get(GATEWAY);
        if (process == null) {
            // Killed just now, and not started again yet.
            return;
        }
        process.destroyForcibly();
        gatewayKills++;
        await(() -> {
            var now = api.stack().processes().get(GATEWAY);
            return now != null && now.pid() != process.pid() && now.isAlive();
        });
    }

    /** All of its processes: those that hold connections would outlive the first. */
    private void killDovecot() throws IOException, InterruptedException {
        var pid = Files.readString(dovecot).strip();
        if (new ProcessBuilder("kill", "-9", "--", "-" + pid).start().waitFor() != 0) {
            // It is just being started.
            return;
        }
        dovecotKills++;
        await(() -> !Files.readString(dovecot).strip().equals(pid));
    }

    private interface Restarted {
        boolean isTrue() throws IOException;
    }

    private static void await(Restarted restarted) throws IOException, InterruptedException {
        var start = System.nanoTime();
        while (!restarted.isTrue()) {
            if (System.nanoTime() - start > LONGEST_RESTART.toNanos()) {
                throw new IOException("What was killed was not started again within " + LONGEST_RESTART);
            }
            Backoff.afterRefusal();
        }
    }
}
