package io.carryon.gateway.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.TestMailboxes;
import io.carryon.gateway.portal.LinkMail;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LinkNoticesTest {

    private static final LinkMail.Letter LETTER =
            new LinkMail.Letter("Your request", "Follow it here: http://localhost/help/l/token");

    private final List<String> asked = new ArrayList<>();
    private boolean isAdmitted = true;

    @Test
    void aLinkGoesOutInAMailThatNothingAnswers() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            notices(server).send(mail("ann@example.org", false), () -> LETTER);

            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("To: ann@example.org", "Auto-Submitted: auto-generated", "/help/l/token"));
            assertThat(asked).containsExactly("link-sign_in ann@example.org false");
        }
    }

    @Test
    void whatIsNotAdmittedMakesNoLinkEither() throws IOException {
        var made = new AtomicInteger();
        isAdmitted = false;
        try (var server = new ScriptedSmtpServer(Map.of())) {
            notices(server).send(mail("ann@example.org", false), () -> {
                made.incrementAndGet();
                return LETTER;
            });

            assertThat(server.mails()).isEmpty();
            assertThat(made).hasValue(0);
        }
    }

    @Test
    void weWriteToNoneOfOurOwnAddresses() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            notices(server).send(mail("billing@carryon.test", true), () -> LETTER);

            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aMailServerThatIsAwayBreaksNothing() throws IOException {
        var server = new ScriptedSmtpServer(Map.of());
        server.close();

        notices(server).send(mail("ann@example.org", true), () -> LETTER);

        assertThat(server.mails()).isEmpty();
    }

    private static LinkMail mail(String to, boolean isProved) {
        return new LinkMail(LinkMail.Kind.SIGN_IN, to, isProved, "en", null);
    }

    private LinkNotices notices(ScriptedSmtpServer server) {
        var mailboxes = TestMailboxes.of(Map.of(
                "carryon.smtp.host", "127.0.0.1",
                "carryon.smtp.port", String.valueOf(server.port()),
                "carryon.mailboxes.billing.address", "billing@carryon.test"));
        return new LinkNotices(
                new SmtpServers(mailboxes, 2, Clock.systemUTC()),
                mailboxes,
                (kind, address, isVerified, pause) -> {
                    asked.add(kind + " " + address + " " + isVerified);
                    return isAdmitted;
                },
                new NoSuchAddresses(missing -> {}),
                Duration.ofMinutes(1),
                Clock.systemUTC(),
                Runnable::run);
    }
}
