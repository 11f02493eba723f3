package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;

/**
 * A mailbox of {@code deploy/mailservers} in which thousands of mails wait at once: how long until they are worked off, how
 * long somebody who writes meanwhile waits, and the gateway's memory.
 */
final class MailBacklog {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String GATEWAY = "channel-gateway";

    private final CarryonApi api;
    private final Customers waiting;
    private final Customers writers;
    private final Latencies newcomers = new Latencies();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private MailBacklog(CarryonApi api, String support) throws IOException {
        this.api = api;
        var route = new MailRoute(api.stack().smtpHost(), api.stack().smtpPort());
        this.waiting = new Customers(api, run, Integer.MAX_VALUE, support, route);
        this.writers = new Customers(api, "new" + run, Integer.MAX_VALUE, support, route);
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var servers = Path.of(options.text("servers", ".carryon-mailservers"));
        var backlog = new MailBacklog(api, options.text("to", "support@test.local"));
        System.exit(backlog.run(servers.resolve("mail/support/Maildir"), options.number("mails", 50_000)) ? 0 : 1);
    }

    private boolean run(Path maildir, int mails) throws IOException, InterruptedException {
        var before = accepted();
        var process = api.stack().processes().get(GATEWAY);
        System.out.printf("gateway %d MB resident before%n", RunningStack.residentMegabytes(process));
        var start = System.nanoTime();
        fill(maildir, mails);
        System.out.printf("%d mails wait after %d s%n", mails, seconds(start));
        var probes = 0;
        var most = 0L;
        var done = 0;
        while (done < mails + probes) {
            newcomer(mails + probes++);
            Thread.sleep(BETWEEN_LOOKS);
            most = Math.max(most, RunningStack.residentMegabytes(process));
            done = accepted() - before;
            System.out.printf("  %6d taken in after %d s%n", done, seconds(start));
        }
        System.out.printf(
                "worked off in %d s = %.0f mails/s; the gateway had at most %d MB resident%n",
                seconds(start), (double) mails / seconds(start), most);
        System.out.println("who wrote meanwhile saw a ticket after: " + newcomers);
        return done == mails + probes;
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    /** Delivers as a mail server does: complete files are moved to where readers look. */
    private void fill(Path maildir, int mails) throws IOException {
        var owner = Files.getOwner(maildir, LinkOption.NOFOLLOW_LINKS);
        for (var number = 0; number < mails; number++) {
            var name = "%d.%s-%d.bench".formatted(System.currentTimeMillis() / 1_000, run, number);
            var file = Files.write(maildir.resolve("tmp").resolve(name), waiting.mail(number));
            give(file, owner);
            Files.move(file, maildir.resolve("new").resolve(name));
        }
    }

    private static void give(Path file, UserPrincipal owner) throws IOException {
        Files.getFileAttributeView(file, FileOwnerAttributeView.class).setOwner(owner);
    }

    private void newcomer(int number) throws IOException, InterruptedException {
        var contact = writers.write(number);
        var backoff = new Backoff();
        while (api.ticketsAbout(contact.subject()).isEmpty()) {
            if (System.nanoTime() - contact.atNanos() > LONGEST.toNanos()) {
                throw new IOException("Who wrote meanwhile has no ticket after " + LONGEST);
            }
            backoff.beforeLookingAgain();
        }
        newcomers.add(Duration.ofNanos(System.nanoTime() - contact.atNanos()));
    }

    private int accepted() throws IOException {
        var sum = 0;
        for (JsonNode row : api.intakeSummary().path("counts")) {
            if (row.path("channel").asText().equals("email")
                    && row.path("outcome").asText().equals("ACCEPTED")) {
                sum += row.path("count").asInt();
            }
        }
        return sum;
    }
}
