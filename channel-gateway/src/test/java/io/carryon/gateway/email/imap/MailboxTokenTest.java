package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.TestMailboxes;
import io.carryon.gateway.email.account.TestTokenEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox whose server is shown tokens in place of a password, over real sockets. */
class MailboxTokenTest extends ReadMailbox {

    private TestTokenEndpoint endpoint;
    private MailboxReader office;

    @BeforeEach
    void setUpOffice() throws IOException {
        endpoint = new TestTokenEndpoint();
        var settings = new HashMap<>(Map.of(
                "carryon.mailboxes.office.imap.host", "127.0.0.1",
                "carryon.mailboxes.office.imap.port", String.valueOf(server.port()),
                "carryon.mailboxes.office.imap.user", "office@carryon.test",
                "carryon.mailboxes.office.imap.poll", "50ms",
                "carryon.mailboxes.office.imap.oauth2.token-url", endpoint.url(),
                "carryon.mailboxes.office.imap.oauth2.client-id", "carryon",
                "carryon.mailboxes.office.imap.oauth2.client-secret", "secret"));
        var account = TestMailboxes.of(settings).read().get("office");
        office = new MailboxReader("office", account, LARGE, received, metrics, Clock.systemUTC());
    }

    @AfterEach
    void tearDownOffice() {
        office.stop();
        endpoint.close();
    }

    @Test
    void mailsAreReadWithATokenAndWithANewOneOnceThatIsRefused() {
        server.acceptTokens("office@carryon.test", "token-1");
        server.deliver("Subject: a\n\n");
        office.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());

        server.acceptTokens("office@carryon.test", "token-2");
        server.hangUp();
        server.deliver("Subject: b\n\n");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(endpoint.forms()).hasSize(2);
    }

    @Test
    void aTokenThatIsNeverAcceptedIsFetchedAnewOnceATryAndIsThisMailboxsTroubleOnly() {
        server.acceptTokens("office@carryon.test", "another");
        office.start();

        await().atMost(PATIENCE).until(() -> office.state().trouble() != null);

        assertThat(office.state().trouble().reason()).doesNotContain("token-1").doesNotContain("secret");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("SELECT"));
    }

    @Test
    void anEndpointThatRefusesIsNamedAndForgivenOnceItGives() {
        endpoint.answer(401, "{\"error\":\"invalid_client\"}");
        server.acceptTokens("office@carryon.test", "token-9");
        server.deliver("Subject: a\n\n");
        office.start();
        await().atMost(PATIENCE).until(() -> office.state().trouble() != null);
        assertThat(office.state().trouble().reason()).contains("127.0.0.1 answered 401 invalid_client");

        endpoint.answer(200, "{\"access_token\":\"token-9\"}");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }
}
