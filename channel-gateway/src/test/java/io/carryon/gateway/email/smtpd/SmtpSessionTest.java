package io.carryon.gateway.email.smtpd;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.RawClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mail server hears, and what is taken in for it. */
class SmtpSessionTest {

    private static final String MAIL = "From: ann@example.org\r\nSubject: a\r\n\r\ntext\r\n";
    private static final String ENVELOPE = "Return-Path: <ann@example.org>\r\nDelivered-To: support@carryon.test\r\n";

    @TempDir
    Path folder;

    private HandedOver gateway;
    private RawClient client;

    @BeforeEach
    void connect() throws Exception {
        reach(Protocol.SMTP, TestSmtpdConfig.ample());
    }

    private void reach(Protocol protocol, SmtpdConfig config) throws Exception {
        disconnect();
        gateway = new HandedOver(protocol, config, folder);
        client = new RawClient(gateway.port());
    }

    @AfterEach
    void disconnect() throws Exception {
        if (client != null) {
            client.close();
            gateway.close();
        }
    }

    @Test
    void aMailIsTakenWithItsEnvelopeBeforeItIsAnswered() throws Exception {
        assertThat(client.reply()).isEqualTo("220 gateway.carryon.test ESMTP ready");
        assertThat(client.says("EHLO mx.example.org"))
                .contains("250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE 10000")
                .doesNotContain("STARTTLS");
        assertThat(client.says("MAIL FROM:<ann@example.org> SIZE=60 BODY=8BITMIME"))
                .startsWith("250");
        assertThat(client.says("RCPT TO:<support@carryon.test>")).startsWith("250");
        assertThat(client.says("DATA")).startsWith("354");
        assertThat(client.says(MAIL + ".")).startsWith("250 2.0.0");
        assertThat(gateway.mails()).containsExactly(ENVELOPE + MAIL);
        assertThat(client.says("QUIT")).startsWith("221");
        assertThat(client.reply()).isNull();
    }

    @Test
    void whatIsTakenPutOffAndRefusedIsCountedAndShown() throws Exception {
        assertThat(gateway.state()).startsWith("listening, no mail yet");
        client.reply();
        client.says("EHLO mx.example.org");
        client.says("MAIL FROM:<ann@example.org>");
        client.says("RCPT TO:<nobody@carryon.test>");
        client.says("RCPT TO:<support@carryon.test>");
        client.says("DATA");
        gateway.answering(Disposition.LEFT);
        assertThat(client.says(MAIL + ".")).startsWith("451");
        assertThat(gateway.state()).startsWith("degraded: mails are put off since ");
        gateway.answering(Disposition.PROCESSED);
        client.says("MAIL FROM:<ann@example.org>");
        client.says("RCPT TO:<support@carryon.test>");
        client.says("DATA");
        assertThat(client.says(MAIL + ".")).startsWith("250");

        assertThat(gateway.state()).startsWith("listening, last mail ");
        assertThat(gateway.counted("carryon.smtpd.connections", "protocol", "smtp"))
                .isEqualTo(1);
        assertThat(gateway.counted("carryon.smtpd.mails", "outcome", "accepted"))
                .isEqualTo(1);
        assertThat(gateway.counted("carryon.smtpd.mails", "outcome", "deferred"))
                .isEqualTo(1);
        assertThat(gateway.counted("carryon.smtpd.refusals", "code", "550", "status", "5.1.1"))
                .isEqualTo(1);
        assertThat(gateway.counted("carryon.smtpd.refusals", "code", "451", "status", "4.3.0"))
                .isEqualTo(1);
    }

    @Test
    void aMailBelongsToTheMailboxThatItWasWrittenTo() throws Exception {
        client.reply();
        client.says("EHLO mx.example.org");
        for (var recipient : List.of("support@carryon.test", "billing+b1.2@carryon.test")) {
            client.says("MAIL FROM:<ann@example.org>");
            client.says("RCPT TO:<" + recipient + ">");
            client.says("DATA");
            assertThat(client.says(MAIL + ".")).startsWith("250");
        }

        assertThat(gateway.connections()).containsExactly("support@carryon.test", "billing");
    }

    @Test
    void lmtpAnswersForEachRecipientThatWasTaken() throws Exception {
        reach(Protocol.LMTP, TestSmtpdConfig.ample());
        client.reply();
        assertThat(client.says("EHLO mx.example.org")).startsWith("500");
        assertThat(client.says("LHLO mx.example.org")).startsWith("250");
        client.says("MAIL FROM:<>");
        assertThat(client.says("RCPT TO:<support+b1.2@carryon.test>")).startsWith("250");
        assertThat(client.says("RCPT TO:<nobody@carryon.test>")).startsWith("550 5.1.1");
        assertThat(client.says("RCPT TO:<billing@CARRYON.test>")).startsWith("250");
        assertThat(client.says("RCPT TO:<support@carryon.test>")).startsWith("452 4.5.3");
        client.says("DATA");
        assertThat(client.says(MAIL + ".")).startsWith("250");
        assertThat(client.reply()).startsWith("250");
        assertThat(client.says("NOOP")).isEqualTo("250 2.0.0 OK");
        assertThat(gateway.latest())
                .hasValueSatisfying(mail -> assertThat(mail)
                        .startsWith("Return-Path: <>\r\nDelivered-To: support+b1.2@carryon.test\r\n"
                                + "Delivered-To: billing@CARRYON.test\r\nFrom: "));
    }

    @Test
    void commandsMayComeTogether() throws Exception {
        client.raw("EHLO mx\r\nMAIL FROM:<ann@example.org>\r\nRCPT TO:<nobody@x.test>\r\n"
                + "RCPT TO:<support@carryon.test>\r\nDATA\r\n");
        assertThat(client.reply()).startsWith("220");
        assertThat(client.reply()).startsWith("250");
        assertThat(client.reply()).startsWith("250 2.1.0");
        assertThat(client.reply()).startsWith("550");
        assertThat(client.reply()).startsWith("250 2.1.5");
        assertThat(client.reply()).startsWith("354");
        client.raw(MAIL + ".\r\nRSET\r\nQUIT\r\n");
        assertThat(client.reply()).startsWith("250 2.0.0 Taken");
        assertThat(client.reply()).startsWith("250");
        assertThat(client.reply()).startsWith("221");
    }

    @Test
    void whatIsNotSafeIsToBeSentAgain() throws Exception {
        gateway.answering(Disposition.LEFT);
        client.upToContent("EHLO");
        assertThat(client.says(MAIL + ".")).startsWith("451 4.3.0");
        gateway.answering(Disposition.FAILED);
        client.says("MAIL FROM:<ann@example.org>");
        client.says("RCPT TO:<support@carryon.test>");
        client.says("DATA");
        assertThat(client.says(MAIL + ".")).as("in quarantine").startsWith("250");
        assertThat(gateway.mails()).hasSize(1);
    }

    @Test
    void aMailTooLargeIsRefusedBeforeOrAfterAndTheNextIsTaken() throws Exception {
        client.reply();
        client.says("EHLO mx");
        assertThat(client.says("MAIL FROM:<ann@example.org> SIZE=10001")).startsWith("552 5.3.4");
        client.says("MAIL FROM:<ann@example.org>");
        client.says("RCPT TO:<support@carryon.test>");
        client.says("DATA");
        assertThat(client.says(MAIL + "x".repeat(20_000) + "\r\n.")).startsWith("552 5.3.4");
        assertThat(gateway.files()).as("nothing is kept of it").isZero();
        client.says("MAIL FROM:<ann@example.org>");
        client.says("RCPT TO:<support@carryon.test>");
        client.says("DATA");
        assertThat(client.says(MAIL + ".")).startsWith("250");
        assertThat(gateway.mails()).hasSize(1);
    }

    @Test
    void aServerThatHangsUpWithinAMailHasHandedNothingOver() throws Exception {
        for (var last : new String[] {"Subject: a\r\n\r\nte", MAIL, MAIL + ".", MAIL + ".\r"}) {
            try (var another = new RawClient(gateway.port())) {
                another.upToContent("EHLO").raw(last);
            }
        }
        client.upToContent("EHLO");
        assertThat(client.says(MAIL + ".")).startsWith("250");
        assertThat(gateway.mails()).hasSize(1);
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws Exception {
        reach(Protocol.SMTP, TestSmtpdConfig.ample().withTimeout(Duration.ofMillis(300)));
        client.upToContent("EHLO").raw(MAIL);
        assertThat(client.reply()).startsWith("421 4.4.2");
        assertThat(client.reply()).isNull();
        assertThat(gateway.mails()).isEmpty();
    }

    @Test
    void anAddressBeyondAsciiNeedsItsExtension() throws Exception {
        client.reply();
        client.says("EHLO mx");
        client.says("MAIL FROM:<ann@example.org>");
        assertThat(client.says("RCPT TO:<störung@carryon.test>")).startsWith("553 5.6.7");
        client.says("RSET");
        assertThat(client.says("MAIL FROM:<jörg@example.org> SMTPUTF8")).startsWith("250");
        assertThat(client.says("RCPT TO:<störung@carryon.test>")).startsWith("250");
        client.says("DATA");
        assertThat(client.says(MAIL + ".")).startsWith("250");
        assertThat(gateway.latest())
                .hasValueSatisfying(mail -> assertThat(mail).startsWith("Return-Path: <jörg@example.org>\r\n"));
    }

    @Test
    void commandsOutOfTurnOrWrongAreRefusedAndTooManyEndIt() throws Exception {
        client.reply();
        assertThat(client.says("MAIL FROM:<ann@example.org>")).startsWith("503");
        client.says("EHLO mx");
        assertThat(client.says("DATA")).startsWith("503");
        assertThat(client.says("MAIL FROM:ann@example.org")).startsWith("501");
        assertThat(client.says("MAIL FROM:<ann@example.org> AUTH=<>")).startsWith("555");
        assertThat(client.reply()).startsWith("421 4.7.0");
        assertThat(client.reply()).isNull();
    }

    @Test
    void strangersAreRefusedAndWhoIsTooManyComesLater() throws Exception {
        reach(Protocol.SMTP, TestSmtpdConfig.ample().withClients("10.0.0.0/8"));
        assertThat(client.reply()).startsWith("554 5.7.1");
        assertThat(client.reply()).isNull();
        reach(Protocol.SMTP, TestSmtpdConfig.ample().withConnections(1));
        assertThat(client.reply()).startsWith("220");
        try (var second = new RawClient(gateway.port())) {
            assertThat(second.reply()).startsWith("421 4.3.2");
        }
    }
}
