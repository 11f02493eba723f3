package io.carryon.bench.mails;

import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.email.ExaminedMail;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Mails read one after the other, and what became of them. */
public final class MailTrials {

    private static final int KEPT_OF_REASON = 60;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final Duration longestAllowed;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private int count;
    private long longestNanos;
    private String slowest = "";

    /** A mail that takes longer than allowed ends the program with the place where the reader was. */
    public MailTrials(Duration longestAllowed) {
        this.longestAllowed = longestAllowed;
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Does with the mail what the gateway does before it looks anything up, and notes what came out. */
    public void read(String name, byte[] mail) {
        count++;
        var reader = Thread.currentThread();
        var end = watch.schedule(() -> giveUp(name, reader), longestAllowed.toMillis(), TimeUnit.MILLISECONDS);
        var started = System.nanoTime();
        try {
            outcomes.merge(outcomeOf(mail), 1, Integer::sum);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Each mail is a trial of its own: what one of them breaks is a result, and the next is still to be tried.
            failures.put(name, e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
        } finally {
            end.cancel(false);
        }
        var taken = System.nanoTime() - started;
        if (taken > longestNanos) {
            longestNanos = taken;
            slowest = name;
        }
    }

    private static String outcomeOf(byte[] bytes) {
        var examined = ExaminedMail.of(bytes);
        if (examined.outcome() == Outcome.ACCEPTED) {
            examined.visibleText();
            examined.displayHtml();
            // Their bytes are decoded one by one, as they go into the archive.
            examined.mail().files().forEach(file -> file.content());
            return "read as a contact";
        }
        var reason = examined.outcome() == Outcome.BOUNCE ? "" : ": " + examined.reason();
        return "set aside, " + examined.outcome() + reason.substring(0, Math.min(KEPT_OF_REASON, reason.length()));
    }

    private void giveUp(String name, Thread reader) {
        System.out.printf("%s takes longer than %d s, at:%n", name, longestAllowed.toSeconds());
        for (var frame : reader.getStackTrace()) {
            System.out.println("  " + frame);
        }
        Runtime.getRuntime().halt(1);
    }

    /** Whether no mail made the reader throw, and each has an outcome. */
    public boolean isGood() {
        return failures.isEmpty()
                && outcomes.values().stream().mapToInt(Integer::intValue).sum() == count;
    }

    public void print() {
        outcomes.forEach((outcome, sum) -> System.out.printf("%7d %s%n", sum, outcome));
        System.out.printf("%7d mails; longest %d ms (%s); ", count, longestNanos / 1_000_000, slowest);
        System.out.printf("peak heap %d MB%n", peakHeap() / 1_000_000);
        failures.forEach((name, what) -> System.out.println("FAILED " + name + ": " + what));
    }

    private static long peakHeap() {
        return heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
