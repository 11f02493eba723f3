package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** No mail holds up the others: not one that is too large, withheld or left, over real sockets. */
class MailboxPassingTest extends ReadMailbox {

    private static final String HUGE = "Subject: huge\n\n" + "0123456789abcde\n".repeat(70_000);

    @Test
    void aMailThatTheServerForgotToAnnounceIsFoundInTheNextRound() {
        server.forgetToAnnounce();
        reader.start();
        await().atMost(PATIENCE).until(() -> server.commands().stream().anyMatch(each -> each.startsWith("SELECT")));

        server.deliver("Subject: a\n\n");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n");
    }

    @Test
    void aMailThatIsTooLargeIsHandedOverInPiecesAndHoldsNothingBack() {
        server.deliver("Subject: a\n\n");
        server.deliver(HUGE);
        server.deliver("Subject: b\n\n");

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n", "Subject: b\r\n\r\n");
        assertThat(received.large).containsExactly(HUGE.replace("\n", "\r\n"));
        assertThat(server.folder("Failed")).hasSize(1);
        assertThat(server.commands()).noneMatch(command -> command.equals("UID FETCH 2 (UID BODY.PEEK[])"));
    }

    @Test
    void aLargeMailThatABatchHasRoomForIsHandedOverApart() {
        var large = "Subject: large\n\n" + "0123456789abcde\n".repeat(10_000);
        server.deliver("Subject: a\n\n");
        server.deliver(large);
        server.deliver("Subject: b\n\n");

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n", "Subject: b\r\n\r\n");
        assertThat(received.large).containsExactly(large.replace("\n", "\r\n"));
    }

    @Test
    void aMailThatIsTooLargeWaitsForAnArchiveThatIsAwayHoweverOftenItIsTried() {
        received.takeLarge = mail -> {
            throw new ArchiveUnavailable("full", new IOException("No space left on device"));
        };
        server.deliver(HUGE);
        reader.start();
        await().atMost(PATIENCE).until(() -> received.large.size() > 4);

        received.takeLarge = mail -> Disposition.FAILED;

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.withheld).isEmpty();
    }

    @Test
    void aMailThatIsTooLargeAndAtWhichTheServerHangsUpIsGivenUp() {
        server.hangUpAt(server.deliver(HUGE));
        server.deliver("Subject: a\n\n");

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n");
        assertThat(received.large).isEmpty();
        assertThat(received.withheld).hasSize(1);
    }

    @Test
    void oneMailThatTheServerRefusesIsShownToStaffAndTheOthersPassIt() {
        server.deliver("Subject: a\n\n");
        var broken = server.deliver("Subject: broken\n\n");
        server.deliver("Subject: b\n\n");
        server.refuse(broken);

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n", "Subject: b\r\n\r\n");
        assertThat(received.withheld)
                .containsExactly("imap|support@127.0.0.1:%d|INBOX|1|%d".formatted(server.port(), broken));
        assertThat(server.folder("Failed")).hasSize(1);
    }

    @Test
    void oneMailAtWhichTheServerHangsUpIsGivenUpTooAndTheOthersPassIt() {
        server.hangUpAt(server.deliver("Subject: broken\n\n"));
        server.deliver("Subject: a\n\n");

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails).containsExactly("Subject: a\r\n\r\n");
        assertThat(received.withheld).hasSize(1);
    }

    @Test
    void whileNothingIsTakenTheRestOfTheMailboxIsNotFetched() {
        received.take = mail -> Disposition.LEFT;
        for (var i = 0; i < 5; i++) {
            server.deliver("Subject: " + i + "\n\n");
        }

        reader.start();

        await().atMost(PATIENCE).until(() -> received.keys.size() >= 6);
        assertThat(received.mails).allMatch(mail -> mail.matches("Subject: [01]\\s+"));
        assertThat(reader.state().trouble()).isNotNull();
        received.take = mail -> Disposition.PROCESSED;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void aMailThatIsLeftDoesNotKeepBackThoseBehindIt() {
        received.take = mail -> mail.contains("stays") ? Disposition.LEFT : Disposition.PROCESSED;
        var stays = server.deliver("Subject: stays\n\n");
        for (var i = 0; i < 4; i++) {
            server.deliver("Subject: " + i + "\n\n");
        }

        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).containsExactly(stays));
    }
}
