package io.carryon.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.ServerSetup;
import io.carryon.local.mail.KeptMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTakesEverythingTest {

    private static final List<String> MALFORMED = List.of(
            "Content-Disposition: =?utf-8?Q?invalid?=\r\nContent-Disposition: =?utf-8?Q?invalid?=\r\n\r\ntwice",
            "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!",
            "Content-Type: message/rfc822\r\nContent-Disposition: a\r\nContent-Disposition: b\r\n\r\nno message",
            "Content-Type: /;;=;\r\n\r\nno type",
            "Content-Type: multipart/mixed\r\n\r\nno boundary",
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Disposition: a\r\n"
                    + "Content-Disposition: b\r\n\r\na part\r\n--x--",
            "From: <<<>>>, \"\r\nTo: @@, (((\r\nDate: never\r\nMessage-ID: \"\\\r\n\r\nno addresses",
            "From: =?x-unknown?Q?=ff?= <a@b@c>\r\nContent-Type: text/plain; charset=\r\n\r\nodd",
            "no header at all");

    @TempDir
    Path directory;

    private final StackPorts ports = StackPorts.free();
    private final Mailbox mailbox = new Mailbox(ports.smtp(), ports.imap(), "support@carryon.test");
    private KeptMail mail;

    @BeforeEach
    void start() throws Exception {
        mail = KeptMail.open(
                directory,
                new ServerSetup(ports.smtp(), "127.0.0.1", "smtp"),
                new ServerSetup(ports.imap(), "127.0.0.1", "imap"));
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aMailIsAcceptedServedMovedAndKeptHoweverMalformedItsHeadersAre() throws Exception {
        for (String each : MALFORMED) {
            mailbox.deliver(each.getBytes(StandardCharsets.ISO_8859_1));
        }
        allAreIn("INBOX");

        mailbox.moveAll("INBOX", "Processed");
        assertThat(mailbox.messages("INBOX")).isEmpty();
        allAreIn("Processed");

        mail.stop();
        start();
        allAreIn("Processed");
    }

    @Test
    void aNoticeThatNothingMayComeBackToIsAccepted() throws Exception {
        mailbox.deliver("", "Subject: Your link\r\n\r\nhere".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(mailbox.messages("INBOX")).singleElement().asString().contains("Your link");
    }

    private void allAreIn(String folder) throws Exception {
        List<String> messages = mailbox.messages(folder);
        assertThat(messages).hasSameSizeAs(MALFORMED);
        for (int i = 0; i < MALFORMED.size(); i++) {
            assertThat(messages.get(i)).contains(MALFORMED.get(i));
        }
    }
}
