package io.carryon.gateway.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.MailMessage;
import io.carryon.gateway.email.MimeReader;
import io.carryon.gateway.email.TestMailConfig;
import io.carryon.gateway.email.TestMailboxes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeNoticesTest {

    private static final MailMessage MAIL = new MimeReader()
            .read(
                    "From: Ann <Ann@example.org>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <one@example.org>\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

    @Test
    void aSenderIsToldOnceADayInAMailThatNothingAnswers() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var notices = notices(server);
            notices.tooLarge("support", MAIL, 45_200_000);
            notices.tooLarge("support", MAIL, 45_200_000);

            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains(
                                    "To: Ann@example.org",
                                    "Auto-Submitted: auto-replied",
                                    "In-Reply-To: <one@example.org>",
                                    "Yours has 45.2 MB, we read 1.0 MB."));
        }
    }

    @Test
    void aMailServerThatIsAwayBreaksNothing() throws IOException {
        var server = new ScriptedSmtpServer(Map.of());
        server.close();

        notices(server).tooLarge("support", MAIL, 45_200_000);

        assertThat(server.mails()).isEmpty();
    }

    private static SizeNotices notices(ScriptedSmtpServer server) {
        var mailboxes = TestMailboxes.of(Map.of(
                "carryon.smtp.host", "127.0.0.1",
                "carryon.smtp.port", String.valueOf(server.port()),
                "carryon.mailboxes.billing.address", "billing@carryon.test"));
        return new SizeNotices(
                new SmtpServers(mailboxes, Clock.systemUTC()),
                mailboxes,
                new TestMailConfig(),
                Clock.systemUTC(),
                Runnable::run);
    }
}
