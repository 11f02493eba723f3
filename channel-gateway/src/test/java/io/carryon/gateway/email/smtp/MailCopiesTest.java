package io.carryon.gateway.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import io.carryon.gateway.reply.NotDelivered;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a copy of a reply, and what becomes of the reply when a copy is refused. */
class MailCopiesTest extends SentReplies {

    @Test
    void copiesAreTakenAlongExceptToOurselves() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));

            var receipt = deliver(sender, "support", "boss@example.org", "Support+x@carryon.test", "no address");

            assertThat(receipt.outcome()).isEqualTo(Outcome.SENT);
            assertThat(receipt.reason()).contains("no address").doesNotContain("boss");
            assertThat(recipients).contains("ann@example.org", "boss@example.org");
            assertThat(server.mails())
                    .singleElement()
                    .satisfies(
                            mail -> assertThat(mail).contains("To: Ann <ann@example.org>", "Cc: boss@example.org\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "452 4.2.2 mailbox full"})
    void aCopyThatIsRefusedHoldsUpNobodysAnswer(String answer) throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT TO:<gone@example.org>", answer))) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));

            var receipt = deliver(sender, "support", "boss@example.org", "gone@example.org");

            assertThat(receipt.outcome()).isEqualTo(Outcome.SENT);
            assertThat(receipt.reason()).contains("gone@example.org", answer).doesNotContain("boss");
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aCopyThatIsPutOffIsWaitedForAWhileAndNobodyHasTheMailTwice() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT TO:<grey@example.org>", "450 4.7.1 greylisted"))) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));
            var justNow = Instant.now();

            assertThatThrownBy(() -> deliver(sender, "support", justNow, "boss@example.org", "grey@example.org"))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("greylisted");
            assertThat(server.mails()).isEmpty();
            server.answerAsUsual();
            var receipt = deliver(sender, "support", justNow, "boss@example.org", "grey@example.org");

            assertThat(receipt.reason()).isNull();
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aCopyThatIsRefusedForGoodIsNotWaitedFor() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT TO:<gone@example.org>", "550 5.1.1 no such user"))) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));

            assertThat(deliver(sender, "support", Instant.now(), "gone@example.org")
                            .reason())
                    .contains("gone@example.org");
        }
    }

    @Test
    void nobodyHasACopyOfWhatTheCustomersServerRefuses() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT TO:<ann@example.org>", "550 5.1.1 no such user"))) {
            var sender = sender(Map.of("carryon.smtp.host", "127.0.0.1", "carryon.smtp.port", port(server)));

            assertThat(deliver(sender, "support", "boss@example.org").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void nothingGoesToOneOfOurOwnMailboxes() throws IOException {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var sender = sender(Map.of(
                    "carryon.smtp.host", "127.0.0.1",
                    "carryon.smtp.port", port(server),
                    "carryon.mailboxes.billing.address", "ann@example.org"));

            var receipt = deliver(sender, "support", "boss@example.org");

            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.reason()).contains("ann@example.org", "our own mailboxes");
            assertThat(server.mails()).isEmpty();
        }
    }
}
