package io.carryon.gateway.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.MailMessage;
import io.carryon.gateway.email.MimeReader;
import io.carryon.gateway.email.TestMailConfig;
import io.carryon.gateway.email.TestMailboxes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeNoticesTest {

    private static final MailMessage MAIL = new MimeReader()
            .read(
                    "From: Ann <Ann@example.org>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <one@example.org>\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

    private final List<String> missing = new ArrayList<>();
    private SizeNotices.Admission admission = new SizeNotices.Admission() {

        private boolean isFirst = true;

        @Override
        public boolean admits(String kind, String address, boolean isVerified, Duration pause) {
            var wasFirst = isFirst;
            isFirst = false;
            return wasFirst;
        }
    };

    @Test
    void aSenderIsToldOnceADayInAMailThatNothingAnswers() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var notices = notices(server);
            notices.tooLarge("support", true, MAIL, 45_200_000);
            notices.tooLarge("support", true, MAIL, 45_200_000);

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

        notices(server).tooLarge("support", true, MAIL, 45_200_000);

        assertThat(server.mails()).isEmpty();
    }

    @Test
    void whatIsNotAdmittedIsNotSent() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            admission = (kind, address, isVerified, pause) -> false;
            notices(server).tooLarge("support", true, MAIL, 45_200_000);

            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void anAddressThatDoesNotExistIsNoted() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT", "550 5.1.1 no such user"))) {
            notices(server).tooLarge("support", false, MAIL, 45_200_000);

            assertThat(missing).containsExactly("Ann@example.org");
        }
    }

    private SizeNotices notices(ScriptedSmtpServer server) {
        var mailboxes = TestMailboxes.of(Map.of(
                "carryon.smtp.host", "127.0.0.1",
                "carryon.smtp.port", String.valueOf(server.port()),
                "carryon.mailboxes.billing.address", "billing@carryon.test"));
        return new SizeNotices(
                new SmtpServers(mailboxes, 2, Clock.systemUTC()),
                mailboxes,
                new TestMailConfig(),
                admission,
                new NoSuchAddresses(missing::add),
                Clock.systemUTC(),
                Runnable::run);
    }
}
