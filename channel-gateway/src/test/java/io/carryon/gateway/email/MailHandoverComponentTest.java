package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.contact.ArchiveConfig;
import io.carryon.gateway.email.smtpd.SmtpServer;
import io.carryon.gateway.testing.ArchiveAway;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that a mail server hands over. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class MailHandoverComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String unique = UUID.randomUUID().toString();

    @Inject
    SmtpServer server;

    @Inject
    MailConfig mail;

    @Inject
    ArchiveConfig archive;

    private String byLmtp(String text) throws Exception {
        return handedOver(server.lmtpPort().getAsInt(), "LHLO", text);
    }

    private String handedOver(int port, String greeting, String text) throws Exception {
        try (var client = new RawClient(port)) {
            client.reply();
            client.says(greeting + " mx.example.org");
            client.says("MAIL FROM:<ann@example.org>");
            client.says("RCPT TO:<" + mail.address() + ">");
            client.says("DATA");
            return client.says(text.replace("\n", "\r\n") + ".");
        }
    }

    @Test
    void howMailboxesAndListenersDoIsShownWithoutMakingTheGatewayUnready() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(
                                "checks.find { it.name == 'mailboxes' }.data.'" + mail.address() + "'",
                                startsWith("reading"))
                        .body("checks.find { it.name == 'mail listeners' }.data.lmtp", startsWith("listening"))
                        .body("checks.find { it.name == 'mail listeners' }.data.smtp", startsWith("listening")));
        given().get("/q/metrics")
                .then()
                .body(containsString("carryon_mailbox_readable{mailbox=\"" + mail.address() + "\"} 1.0"))
                .body(containsString("carryon_mailbox_last_look_seconds"))
                .body(containsString("carryon_smtpd_mails_total{outcome=\"deferred\",protocol=\"lmtp\"} 0.0"));
    }

    @Test
    void aMailIsOneContactHoweverOftenAndBySomeWayItIsHandedOver() throws Exception {
        var text = Mails.rich("jm@example.org", unique + "@example.org");

        assertThat(byLmtp(text)).startsWith("250");
        assertThat(SupportMailbox.outcomesOf(unique)).as("when it is answered").containsExactly("ACCEPTED");
        assertThat(byLmtp(text)).startsWith("250");
        assertThat(handedOver(server.smtpPort().getAsInt(), "EHLO", text)).startsWith("250");

        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("DUPLICATE", "ACCEPTED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SupportMailbox.contactsOf(unique))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.at("/attachments").size()).isEqualTo(2)));
    }

    @Test
    void whatNoReaderCanReadIsTakenAndHeld() throws Exception {
        assertThat(byLmtp("Subject: " + unique + "\nMessage-ID: <" + unique + "@example.org>\n\nno sender\n"))
                .startsWith("250");

        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("QUARANTINED");
    }

    @Test
    void withoutTheArchiveAMailWaitsAtItsSenders() throws Exception {
        var text = Mails.plain("ann@example.org", unique + "@example.org", "waits", "text");
        try (var away = ArchiveAway.from(archive)) {
            assertThat(byLmtp(text)).startsWith("451");
        }
        assertThat(SupportMailbox.outcomesOf(unique)).isEmpty();
        assertThat(byLmtp(text)).startsWith("250");
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
    }
}
