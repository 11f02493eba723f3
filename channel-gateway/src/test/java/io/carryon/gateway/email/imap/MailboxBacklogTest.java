package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.account.MailServerTls;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mailbox in which thousands wait, over real sockets. */
class MailboxBacklogTest extends ReadMailbox {

    private static final int WAITING = 2_000;
    private static final int BATCH = 50;

    private final AtomicInteger taken = new AtomicInteger();
    private MailboxReader patient;

    @AfterEach
    void tearDownPatient() {
        patient.stop();
    }

    private void readWith(int backlog) {
        var account = new TestImapConfig(server.port(), MailServerTls.NONE, Duration.ofSeconds(10), BATCH, backlog);
        patient = new MailboxReader("support", account, LARGE, received, metrics, Clock.systemUTC());
        IntStream.range(0, WAITING).forEach(i -> server.deliver("Subject: " + i + "\n\n"));
    }

    private void readAll() {
        patient.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void whoWritesWhileThousandsWaitIsAmongTheNextAndTheOldestAreNotForgotten() {
        readWith(100);
        received.take = mail -> {
            if (taken.incrementAndGet() == 1) {
                server.deliver("Subject: urgent\n\n");
            }
            return Disposition.PROCESSED;
        };

        readAll();

        assertThat(received.mails).doesNotHaveDuplicates().hasSize(WAITING + 1);
        assertThat(subjects(3 * BATCH)).contains("urgent", "0");
        assertThat(subjects(WAITING / 2)).contains("400", "1600");
    }

    @Test
    void whatIsLeftOfABacklogStaysAndKeepsNothingElse() {
        readWith(100);
        received.take = mail -> mail.contains("7\r") ? Disposition.LEFT : Disposition.PROCESSED;
        patient.start();

        await().atMost(PATIENCE).until(() -> server.inbox().size() == withASeven());
        received.take = mail -> Disposition.PROCESSED;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void whatIsNoBacklogIsTakenInItsOrder() {
        readWith(WAITING);

        readAll();

        assertThat(subjects(WAITING))
                .isEqualTo(IntStream.range(0, WAITING).mapToObj(String::valueOf).toList());
    }

    private static int withASeven() {
        return (int) IntStream.range(0, WAITING).filter(i -> i % 10 == 7).count();
    }

    private List<String> subjects(int first) {
        return received.mails.stream()
                .limit(first)
                .map(mail -> mail.substring("Subject: ".length()).strip())
                .toList();
    }
}
