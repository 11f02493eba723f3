package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How the reader takes mails over and carries on, whatever the server or the receiver does, over real sockets. */
class MailboxReaderTest extends ReadMailbox {

    @Test
    void mailsLeaveTheInboxByteForByteAndInOrder() {
        server.deliver("Subject: a\n\nb\u00e4\n");
        server.deliver("Subject: b\n\n");

        reader.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.folder("Processed")).hasSize(2));
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\nb\u00e4\r\n", "Subject: b\r\n\r\n");
        assertThat(server.inbox()).isEmpty();
        await().atMost(PATIENCE).until(() -> reader.state().isWell() && figure("carryon.mailbox.waiting") == 0);
        assertThat(reader.state().trouble()).isNull();
        assertThat(figure("carryon.mailbox.readable")).isEqualTo(1);
        assertThat(figure("carryon.mailbox.last.look")).isPositive();
        assertThat(metrics.get("carryon.mailbox.mails")
                        .tags("mailbox", "support", "outcome", "processed")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(reader.state().lastBeat()).isNotNull();
    }

    private double figure(String name) {
        return metrics.get(name).tag("mailbox", "support").gauge().value();
    }

    @Test
    void aServerThatCannotMoveIsServedByCopying() {
        server.withoutMove();
        server.deliver("Subject: a\n\n");

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(server.folder("Processed")).hasSize(1);
    }

    @Test
    void afterABrokenConnectionItComesAgain() {
        reader.start();
        await().atMost(PATIENCE).until(() -> server.commands().stream().anyMatch(c -> c.startsWith("SELECT")));

        server.hangUp();
        server.deliver("Subject: later\n\n");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.folder("Processed")).hasSize(1));
        await().atMost(PATIENCE).until(() -> reader.state().trouble() == null);
    }

    @Test
    void anErrorEndsNeitherTheReaderNorHidesItself() {
        var isBroken = new AtomicBoolean(true);
        received.take = mail -> {
            if (isBroken.get()) {
                throw new StackOverflowError("of a test");
            }
            return Disposition.PROCESSED;
        };
        server.deliver("Subject: a\n\n");
        reader.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.state().trouble())
                        .isNotNull()
                        .satisfies(trouble -> assertThat(trouble.reason()).contains("of a test")));

        isBroken.set(false);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void theSamePlaceUnderAnotherValidityIsAnotherPlace() {
        received.take = mail -> Disposition.LEFT;
        server.deliver("Subject: a\n\n");
        reader.start();
        await().atMost(PATIENCE).until(() -> !received.keys.isEmpty());

        server.rebuild(2);

        await().atMost(PATIENCE).until(() -> received.keys.stream().distinct().count() == 2);
        assertThat(received.keys.stream().distinct())
                .allSatisfy(key -> assertThat(key).startsWith("imap|support@127.0.0.1:" + server.port() + "|INBOX|"))
                .anySatisfy(key -> assertThat(key).contains("|INBOX|1|1|"))
                .anySatisfy(key -> assertThat(key).contains("|INBOX|2|1|"));
    }
}
