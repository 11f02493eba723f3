package io.carryon.gateway.email.smtp;

import static io.carryon.gateway.email.smtp.ScriptedSmtpServer.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.account.TestTokenEndpoint;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import io.carryon.gateway.reply.NotDelivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff are told of a reply for everything a mail server can say or fail to say. */
class MailSenderTest extends SentReplies {

    @Test
    void anAcceptedMailIsSentUnderOurSignedId() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var receipt = deliver(server, Optional.empty());

            assertThat(receipt.outcome()).isEqualTo(Outcome.SENT);
            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("Message-ID: " + receipt.messageId(), "Subject: Re: Invoice [#1004273]"));
        }
    }

    @ParameterizedTest(name = "{0} answered {1}")
    @CsvSource({
        "MAIL, 550 5.7.1 not from you",
        "RCPT, 550 5.1.1 no such user",
        "DATA, 554 5.7.1 not today",
        "., 552 5.2.3 content refused",
    })
    void whatTheServerRefusesForGoodIsFailedWithItsWords(String command, String answer) throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of(command, answer))) {
            var receipt = deliver(server, Optional.empty());

            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.reason()).contains(answer.substring(4));
        }
    }

    @ParameterizedTest(name = "{0} answered {1}")
    @CsvSource({
        "MAIL, 451 4.3.0 later",
        "RCPT, 452 4.2.2 mailbox full",
        "DATA, 421 4.3.2 shutting down",
        "., 451 4.7.1 greylisted",
    })
    void whatTheServerPutsOffMayBeTriedAgain(String command, String answer) throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of(command, answer))) {
            assertThatThrownBy(() -> deliver(server, Optional.empty()))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining(answer.substring(4));
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksBeforeTheContentMayBeTriedAgain(String command) throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of(command, HANG_UP))) {
            assertThatThrownBy(() -> deliver(server, Optional.empty())).isInstanceOf(NotDelivered.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheContentLeavesTheOutcomeUnknown() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of(".", HANG_UP))) {
            var receipt = deliver(server, Optional.empty());

            assertThat(receipt.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(receipt.messageId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "500 what?"})
    void aFarewellThatFailsDoesNotUndoWhatWasAccepted(String farewell) throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("QUIT", farewell))) {
            assertThat(deliver(server, Optional.empty()).outcome()).isEqualTo(Outcome.SENT);
        }
    }

    @Test
    void aRefusedSignInMayBeTriedAgainWithABetterPassword() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("AUTH", "535 5.7.8 wrong password"))) {
            assertThatThrownBy(() -> deliver(server, Optional.of("support")))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("sign-in");
        }
    }

    @Test
    void aReplyLeavesAsTheMailboxThatTheMailCameTo() throws IOException {
        try (var main = new ScriptedSmtpServer(Map.of());
                var own = new ScriptedSmtpServer(Map.of())) {
            var sender = sender(Map.of(
                    "carryon.smtp.host", "127.0.0.1",
                    "carryon.smtp.port", port(main),
                    "carryon.mailboxes.billing.address", "billing@carryon.test",
                    "carryon.mailboxes.billing.name", "Billing",
                    "carryon.mailboxes.billing.reply-to", "answers@carryon.test",
                    "carryon.mailboxes.billing.smtp.host", "127.0.0.1",
                    "carryon.mailboxes.billing.smtp.port", port(own),
                    "carryon.mailboxes.sales.address", "sales@carryon.test"));

            deliver(sender, "billing");
            deliver(sender, "sales");
            deliver(sender, "gone");

            assertThat(own.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("From: Agent via Billing <billing@carryon.test>", "Reply-To: answers+t"));
            assertThat(main.mails())
                    .satisfiesExactly(
                            mail -> assertThat(mail).contains("From: Agent via Support <sales@carryon.test>"),
                            mail -> assertThat(mail).contains("From: Agent via Support <support@carryon.test>"));
        }
    }

    @Test
    void aServerThatThinksForMinutesHoldsNotEveryMail() throws Exception {
        try (var slow = new ScriptedSmtpServer(Map.of(".", ScriptedSmtpServer.SILENCE));
                var other = new ScriptedSmtpServer(Map.of())) {
            var sender = sender(Map.of(
                    "carryon.smtp.host", "127.0.0.1",
                    "carryon.smtp.port", port(slow),
                    "carryon.mailboxes.billing.address", "billing@carryon.test",
                    "carryon.mailboxes.billing.smtp.host", "127.0.0.1",
                    "carryon.mailboxes.billing.smtp.port", port(other)));
            var first = new FutureTask<>(() -> deliver(sender, "support"));
            Thread.ofVirtual().start(first);
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.mails().size() == 1);
            clock.advance(Duration.ofSeconds(11));

            assertThatThrownBy(() -> deliver(sender, "support"))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("slow");
            assertThat(deliver(sender, "billing").outcome()).isEqualTo(Outcome.SENT);

            slow.hangUp();
            assertThat(first.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.UNKNOWN);
            slow.answerAsUsual();
            assertThat(deliver(sender, "support").outcome()).isEqualTo(Outcome.SENT);
        }
    }

    @Test
    void aServerThatDoesNotLetUsInIsAskedByOneMailAtATimeAndForgivenAtOnce() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("EHLO", HANG_UP, "HELO", HANG_UP))) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));
            assertThatThrownBy(() -> deliver(sender, "support")).isInstanceOf(NotDelivered.class);

            server.answerAsUsual();

            assertThat(deliver(sender, "support").outcome()).isEqualTo(Outcome.SENT);
            assertThat(deliver(sender, "support").outcome()).isEqualTo(Outcome.SENT);
        }
    }

    @Test
    void aServerIsShownATokenInPlaceOfAPassword() throws IOException {
        try (var endpoint = new TestTokenEndpoint();
                var server = new ScriptedSmtpServer(
                        Map.of("EHLO", "250-test\r\n250 AUTH XOAUTH2", "AUTH", "235 2.7.0 welcome"))) {
            var sender = sender(Map.of(
                    "carryon.smtp.host", "127.0.0.1",
                    "carryon.smtp.port", port(server),
                    "carryon.smtp.user", "office@carryon.test",
                    "carryon.smtp.oauth2.token-url", endpoint.url(),
                    "carryon.smtp.oauth2.client-id", "carryon",
                    "carryon.smtp.oauth2.client-secret", "secret"));

            assertThat(deliver(sender, "support").outcome()).isEqualTo(Outcome.SENT);

            var shown = "user=office@carryon.test\u0001auth=Bearer token-1\u0001\u0001";
            assertThat(server.commands())
                    .contains("AUTH XOAUTH2 "
                            + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.US_ASCII)));

            endpoint.answer(500, "oops");
            server.answer("AUTH", "535 5.7.3 no more");
            assertThatThrownBy(() -> deliver(sender, "support"))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("answered 500");
        }
    }

    @Test
    void anAddressThatDoesNotExistIsNoted() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT", "550 5.7.1 not you"))) {
            deliver(server, Optional.empty());
            assertThat(missing).isEmpty();

            server.answer("RCPT", "550 5.1.1 no such user");
            deliver(server, Optional.empty());
            assertThat(missing).containsExactly("ann@example.org");
        }
    }

    @Test
    void withoutAServerTheReplyMayBeTriedAgain() throws IOException {
        var server = new ScriptedSmtpServer(Map.of());
        server.close();

        assertThatThrownBy(() -> deliver(server, Optional.empty())).isInstanceOf(NotDelivered.class);
    }

    private DeliveryReceipt deliver(ScriptedSmtpServer server, Optional<String> user) {
        var settings = new HashMap<>(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));
        user.ifPresent(name -> {
            settings.put("carryon.smtp.user", name);
            settings.put("carryon.smtp.password", name);
        });
        return deliver(sender(settings), "support");
    }
}
