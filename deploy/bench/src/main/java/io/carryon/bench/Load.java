package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Contacts at a steady rate through the running stack: how many a second it takes, how long from the
 * acknowledgement until staff can see the ticket, and whether each is in one ticket, once.
 */
final class Load {

    private final CarryonApi api;
    private final Customers customers;
    private final int mailsInHundred;
    private final int watchEach;
    private final Latencies acceptance = new Latencies();
    private final Latencies visibility = new Latencies();
    // Many who look again and again would be the load themselves.
    private final Semaphore watchers = new Semaphore(4);
    private final Collection<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private volatile Accepted newest;

    private Load(CarryonApi api, Customers customers, int mailsInHundred, int watchEach) {
        this.api = api;
        this.customers = customers;
        this.mailsInHundred = mailsInHundred;
        this.watchEach = watchEach;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var rate = options.number("rate", 150);
        var duration = Duration.ofSeconds(options.number("seconds", 60));
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var run = Long.toString(System.currentTimeMillis(), 36);
        var customers = new Customers(
                api,
                run,
                options.number("customers", 2_000),
                "support@carryon.test",
                new MailRoute(
                        api.stack().smtpHost(),
                        options.number("smtp", api.stack().smtpPort())));
        var load = new Load(
                api, customers, options.number("mails", 0), options.number("watch-each", Math.max(1, rate / 10)));
        var warmUp = Duration.ofSeconds(options.number("warm-up", 0));
        System.exit(load.run(rate, duration, warmUp) ? 0 : 1);
    }

    private boolean run(int rate, Duration duration, Duration warmUp)
            throws IOException, InterruptedException, ExecutionException {
        var before = (int) (rate * warmUp.toSeconds() / 2);
        System.out.printf(
                "%d contacts/s for %d s, %d %% of them mails, after %d contacts at half the rate%n",
                rate, duration.toSeconds(), mailsInHundred, before);
        var failed = Arrivals.at(Math.max(1, rate / 2), number -> number < before, this::contact);
        awaitLast();
        acceptance.forget();
        visibility.forget();
        var start = System.nanoTime();
        failed += Arrivals.at(rate, number -> number < rate * duration.toSeconds(), number -> contact(before + number));
        var sending = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "accepted %d in %.1f s = %.1f contacts/s, failed %d%n",
                accepted.size() - before,
                sending.toMillis() / 1e3,
                (accepted.size() - before) * 1e3 / sending.toMillis(),
                failed);
        var last = System.nanoTime();
        awaitLast();
        System.out.printf("the last one visible %.1f s after all were accepted%n", (System.nanoTime() - last) / 1e9);
        System.out.println("request to acknowledgement:        " + acceptance);
        System.out.println("acknowledgement to visible ticket: " + visibility);
        var sums = new Verification(api).of(accepted);
        var all = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "accepted %d = recognized %d = in tickets, once %d: %s (%.1f s after the first)%n",
                sums.accepted(),
                sums.recognized(),
                sums.inTicketsOnce(),
                sums.complete() ? "nothing lost, nothing doubled" : "INCOMPLETE",
                all.toMillis() / 1e3);
        sums.wrong().stream().limit(10).forEach(System.out::println);
        Memory.print(api.stack());
        return sums.complete() && failed == 0;
    }

    private void contact(int number) throws InterruptedException {
        var before = System.nanoTime();
        var contact = number % 100 < mailsInHundred ? customers.write(number) : customers.askOnThePortal(number);
        acceptance.add(Duration.ofNanos(contact.atNanos() - before));
        accepted.add(contact);
        newest = contact;
        if (number % watchEach == 0 && watchers.tryAcquire()) {
            try {
                watch(contact);
            } finally {
                watchers.release();
            }
        }
    }

    private void watch(Accepted contact) throws InterruptedException {
        var backoff = new Backoff();
        while (invisible(contact)) {
            backoff.beforeLookingAgain();
        }
        visibility.add(Duration.ofNanos(System.nanoTime() - contact.atNanos()));
    }

    /** What was accepted last is, but for other partitions, what becomes visible last. */
    private void awaitLast() throws InterruptedException {
        if (newest != null) {
            var backoff = new Backoff();
            while (invisible(newest)) {
                backoff.beforeLookingAgain();
            }
        }
    }

    private boolean invisible(Accepted contact) throws InterruptedException {
        try {
            var tickets = contact.contactId() == null
                    ? api.ticketsAbout(contact.subject())
                    : api.ticketsOfContact(contact.contactId());
            return tickets.isEmpty();
        } catch (IOException e) {
            // A refusal under load is an answer, too: nobody sees the ticket.
            return true;
        }
    }
}
