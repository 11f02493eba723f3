package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mailboxes there are, who we are at each, and which settings are refused. */
class MailboxesTest {

    private static final Map<String, String> TOKENS = Map.of(
            "carryon.imap.host", "mail.example.com",
            "carryon.imap.user", "support",
            "carryon.imap.tls", "tls",
            "carryon.imap.oauth2.client-id", "carryon",
            "carryon.imap.oauth2.token-url", "https://login.example.com/token",
            "carryon.imap.oauth2.client-secret", "hush");

    private static final Map<String, String> TWO = Map.of(
            "carryon.imap.host", "mail.example.com",
            "carryon.imap.user", "support",
            "carryon.mailboxes.billing.imap.host", "mail.example.com",
            "carryon.mailboxes.billing.imap.user", "billing");

    @Test
    void theMainMailboxIsReadUnderItsAddressAndOthersUnderTheirNames() {
        var mailboxes = TestMailboxes.of(TWO);

        assertThat(mailboxes.read()).containsOnlyKeys("support@carryon.test", "billing");
        assertThat(mailboxes.of("billing").address()).isEqualTo("support@carryon.test");
        assertThat(mailboxes.of("a mailbox of old")).isEqualTo(mailboxes.main());
    }

    @Test
    void anotherMailboxMayHaveEverythingOfItsOwn() {
        var mailboxes = TestMailboxes.of(Map.of(
                "carryon.mailboxes.billing.address", "billing@carryon.test",
                "carryon.mailboxes.billing.name", "Billing",
                "carryon.mailboxes.billing.imap.host", "imap.example.net",
                "carryon.mailboxes.billing.imap.poll", "1m",
                "carryon.mailboxes.billing.imap.folder", "Queue",
                "carryon.mailboxes.billing.smtp.host", "smtp.example.net"));

        assertThat(mailboxes.read().get("billing").folder()).isEqualTo("Queue");
        assertThat(mailboxes.read().get("billing").poll()).hasMinutes(1);
        assertThat(mailboxes.wayOut("billing").host()).contains("smtp.example.net");
        assertThat(mailboxes.wayOut("support@carryon.test").host()).isEmpty();
        assertThat(mailboxes.isOurs("Billing@Carryon.test")).isTrue();
        assertThat(mailboxes.isOurs("billing+t12@carryon.test")).isTrue();
        assertThat(mailboxes
                        .reachedBy(List.of("x@example.org", "billing+b12@carryon.test"))
                        .connection())
                .isEqualTo("billing");
        assertThat(mailboxes.reachedBy(List.of()).connection()).isEqualTo("support@carryon.test");
    }

    @ParameterizedTest
    @CsvSource({
        "Answers+t12@carryon.test, billing",
        "billing@carryon.test, billing",
        "sales@carryon.test, sales",
        "support@carryon.test, support@carryon.test",
        "support@carryon.test billing-answers@carryon.test, second",
    })
    void aMailReachesTheMailboxOfWhichItNamesAddressOrReplyTo(String recipients, String connection) {
        var mailboxes = TestMailboxes.of(Map.of(
                "carryon.mailboxes.billing.address", "billing@carryon.test",
                "carryon.mailboxes.billing.reply-to", "answers@carryon.test",
                "carryon.mailboxes.billing.imap.host", "imap.example.net",
                "carryon.mailboxes.sales.address", "sales@carryon.test",
                "carryon.mailboxes.sales.reply-to", "billing@carryon.test",
                "carryon.mailboxes.sales.imap.host", "imap.example.org",
                "carryon.mailboxes.second.reply-to", "billing-answers@carryon.test",
                "carryon.mailboxes.second.imap.host", "imap.example.com"));

        assertThat(mailboxes.reachedBy(List.of(recipients.split(" "))).connection())
                .isEqualTo(connection);
    }

    @Test
    void theEnvironmentNamesThemToo() {
        var environment = new EnvConfigSource(
                Map.of(
                        "CARRYON_MAILBOXES_BILLING_IMAP_HOST", "imap.example.net",
                        "CARRYON_MAILBOXES_BILLING_IMAP_BATCH_BYTES", "1000",
                        "CARRYON_MAILBOXES_BILLING_REPLY_TO", "answers@carryon.test"),
                300);

        var mailboxes = TestMailboxes.of(environment);

        assertThat(mailboxes.read().get("billing").batchBytes()).isEqualTo(1000);
        assertThat(mailboxes.of("billing").replyTo()).contains("answers@carryon.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CARRYON_MAILBOXES_BILLING_IMAP_HOTS",
                "CARRYON_MAILBOXES_BILLING_EU_IMAP_OAUTH_TOKEN_URL",
                "CARRYON_MAILBOXES_BILING_IMAP_FOLDER",
                "CARRYON_MAILBOXES_BILLING",
            })
    void aVariableThatMeansNothingIsRefusedByItsName(String wrong) {
        var names = Set.of("billing", "billing-eu");
        var right = List.of(
                "PATH",
                "CARRYON_MAILBOXES_BILLING_ADDRESS",
                "CARRYON_MAILBOXES_BILLING_REPLY_TO",
                "CARRYON_MAILBOXES_BILLING_EU_IMAP_BATCH_BYTES",
                "CARRYON_MAILBOXES_BILLING_EU_SMTP_TLS",
                "CARRYON_MAILBOXES_BILLING_IMAP_OAUTH2_CLIENT_SECRET_FILE");
        new MailboxVariables().check(right, names);

        assertThatThrownBy(() -> new MailboxVariables().check(List.of(right.get(1), wrong), names))
                .hasMessageStartingWith(wrong + " is no setting of a mailbox");
    }

    @ParameterizedTest
    @CsvSource({
        "carryon.mailboxes.billing.imap.user, support, carryon.mailboxes.billing.imap.folder",
        "carryon.mailboxes.billing.imap.processed, INBOX, carryon.mailboxes.billing.imap.processed",
        "carryon.mailboxes.Billing!.imap.host, other.example.com, carryon.mailboxes.Billing!",
        "carryon.mailboxes.sales.name, Sales, carryon.mailboxes.sales.imap.host",
        "carryon.mailboxes.sales.smtp.user, sales, carryon.mailboxes.sales.",
        "carryon.mailboxes.billing.smtp.user, billing, carryon.mailboxes.billing.smtp.host",
        "carryon.mailboxes.billing.imap.hots, mail.example.com, carryon.mailboxes.billing.imap.hots",
        "carryon.mailboxes.billing.imap.tls, ssl, carryon.mailboxes.billing.imap.tls",
        "carryon.imap.failed, inbox, carryon.imap.failed",
        "carryon.mailboxes.billing.imap.oauth2.client-id, x, carryon.mailboxes.billing.imap.oauth2.token-url",
    })
    void whatCannotBeMeantIsRefusedByTheNameOfItsProperty(String property, String value, String named) {
        var settings = new HashMap<>(TWO);
        settings.put(property, value);

        assertThatThrownBy(() -> TestMailboxes.of(settings)).hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "carryon.imap.oauth2.token-url, http://login.example.com/token, carryon.imap.oauth2.token-url",
        "carryon.imap.oauth2.client-secret, '', carryon.imap.oauth2.client-secret",
        "carryon.imap.oauth2.client-secret-file, secret.txt, carryon.imap.oauth2.client-secret",
        "carryon.imap.password, hush, carryon.imap.password",
        "carryon.imap.tls, none, carryon.imap.tls",
        "carryon.imap.user, '', carryon.imap.user",
    })
    void aClientThatCannotBeRightIsRefusedWithoutItsSecret(String property, String value, String named) {
        assertThat(TestMailboxes.of(TOKENS).read()).hasSize(1);
        var settings = new HashMap<>(TOKENS);
        settings.put(property, value);

        assertThatThrownBy(() -> TestMailboxes.of(settings))
                .hasMessageContaining(named)
                .hasMessageNotContaining("hush");
    }
}
