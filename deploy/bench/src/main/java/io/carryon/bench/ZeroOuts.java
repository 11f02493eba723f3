package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers who press 0: how long the IVR waits for its answer, how many are answered with less than all of it, and how
 * long until staff see the ticket and are offered the call; then whether each call is a ticket, once. It fails
 * when a call is lost or doubled, and when a goal is missed.
 */
final class ZeroOuts {

    private static final Duration LONGEST_OFFER = Duration.ofSeconds(30);

    /** What 99 of 100 callers may wait at most, in milliseconds. */
    private record Goals(int answerMillis, int offerMillis) {

        boolean areMet(Latencies answers, Latencies offering) {
            var answered = isMet("pressed 0 to answer", answers, answerMillis);
            return isMet("pressed 0 to offered", offering, offerMillis) && answered;
        }

        private static boolean isMet(String what, Latencies times, int millis) {
            // Nothing measured is nothing shown.
            var met = times.count() > 0 && times.percentile(99) <= millis;
            System.out.printf("goal %s, p99 within %d ms: %s%n", what, millis, met ? "met" : "MISSED");
            return met;
        }
    }

    private final CarryonApi api;
    private final Callers callers;
    private final int watchEach;
    private final Goals goals;
    private final Latencies answers = new Latencies();
    private final Latencies visibility = new Latencies();
    private final Latencies offering = new Latencies();
    private final AtomicInteger degraded = new AtomicInteger();
    private final AtomicInteger overASecond = new AtomicInteger();
    // Many who look again and again would be the load themselves.
    private final Semaphore watchers = new Semaphore(4);
    private final Map<String, Long> pressedNanos = new ConcurrentHashMap<>();

    private ZeroOuts(CarryonApi api, Callers callers, int watchEach, Goals goals) {
        this.api = api;
        this.callers = callers;
        this.watchEach = watchEach;
        this.goals = goals;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var rate = options.number("rate", 50);
        var callers = new Callers(api.stack(), Long.toString(System.currentTimeMillis(), 36));
        var goals = new Goals(options.number("answer-p99", 200), options.number("offer-p99", 1_000));
        var zeroOuts = new ZeroOuts(api, callers, options.number("watch-each", Math.max(1, rate / 10)), goals);
        var queues = List.of(options.text("queues", "support,billing,technical").split(","));
        var done = zeroOuts.run(rate, options.number("calls", 1_500), options.number("warm-up", 0), queues);
        System.exit(done ? 0 : 1);
    }

    private boolean run(int rate, int calls, int warmUp, List<String> queues)
            throws IOException, InterruptedException, ExecutionException {
        var before = rate * warmUp / 2;
        System.out.printf("%d callers press 0, %d a second, after %d at half the rate%n", calls, rate, before);
        try (var stream = OfferStream.open(api.stack(), queues)) {
            var failed = Arrivals.at(Math.max(1, rate / 2), number -> number < before, this::zeroOut);
            stream.await(contacts(), LONGEST_OFFER);
            List.of(answers, visibility).forEach(Latencies::forget);
            degraded.set(0);
            overASecond.set(0);
            var warm = contacts();
            failed += Arrivals.at(rate, number -> number < calls, number -> zeroOut(before + number));
            stream.await(contacts(), LONGEST_OFFER);
            var well = report(stream, warm, failed);
            return complete() && well;
        }
    }

    private void zeroOut(int number) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = callers.pressZero(number);
        answers.add(answer.took());
        overASecond.addAndGet(answer.took().compareTo(Duration.ofSeconds(1)) > 0 ? 1 : 0);
        degraded.addAndGet(answer.degraded() ? 1 : 0);
        pressedNanos.put(answer.contactId(), start);
        if (number % watchEach == 0 && watchers.tryAcquire()) {
            try {
                watch(answer.contactId(), start);
            } finally {
                watchers.release();
            }
        }
    }

    private void watch(String contactId, long start) throws IOException, InterruptedException {
        var backoff = new Backoff();
        while (api.ticketsOfContact(contactId).isEmpty()) {
            backoff.beforeLookingAgain();
        }
        visibility.add(Duration.ofNanos(System.nanoTime() - start));
    }

    private boolean report(OfferStream stream, List<String> warm, int failed) {
        var offers = stream.offers();
        var missing = 0;
        var doubled = 0;
        for (var pressed : pressedNanos.entrySet()) {
            var offer = offers.get(pressed.getKey());
            missing += offer == null ? 1 : 0;
            doubled += offer != null && offer.times() > 1 ? 1 : 0;
            if (offer != null && !warm.contains(pressed.getKey())) {
                offering.add(Duration.ofNanos(offer.atNanos() - pressed.getValue()));
            }
        }
        System.out.println("pressed 0 to answer:                " + answers);
        System.out.println("pressed 0 to ticket seen by staff:  " + visibility);
        System.out.println("pressed 0 to offered on the stream: " + offering);
        System.out.printf(
                "over a second %d, degraded %d, without an answer %d; never offered %d, offered twice %d of %d%n",
                overASecond.get(), degraded.get(), failed, missing, doubled, pressedNanos.size());
        var met = goals.areMet(answers, offering);
        return met && failed == 0 && overASecond.get() == 0 && missing == 0 && doubled == 0;
    }

    private boolean complete() throws InterruptedException, ExecutionException, IOException {
        var sums = new Verification(api)
                .of(contacts().stream().map(id -> new Accepted(id, null, 0)).toList());
        System.out.printf(
                "answered %d = recognized %d = in tickets, once %d: %s%n",
                sums.accepted(),
                sums.recognized(),
                sums.inTicketsOnce(),
                sums.complete() ? "nothing lost, nothing doubled" : "INCOMPLETE");
        sums.wrong().stream().limit(10).forEach(System.out::println);
        Memory.print(api.stack());
        return sums.complete();
    }

    private List<String> contacts() {
        return new ArrayList<>(pressedNanos.keySet());
    }
}
