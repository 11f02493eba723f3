package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.account.MailServerTls;
import io.carryon.gateway.testing.MovableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with one mailbox is its own trouble, over real sockets. */
class MailboxIsolationTest extends ReadMailbox {

    private static final Duration NEVER = Duration.ofDays(1);

    private ScriptedImapServer troubled;
    private MailboxReader other;

    @BeforeEach
    void setUpOther() throws IOException {
        troubled = new ScriptedImapServer();
    }

    @AfterEach
    void tearDownOther() throws IOException {
        other.stop();
        troubled.close();
    }

    private MailboxReader reading(MailServerTls tls, Clock clock) {
        var account = new TestImapConfig(troubled.port(), tls, NEVER, 2, 500);
        return new MailboxReader("billing", account, ReadMailbox.LARGE, new RecordingReceiver(), metrics, clock);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                troubled("a wrong password", ScriptedImapServer::refuseSignIn, MailServerTls.NONE),
                troubled("no greeting of IMAP", server -> server.greetWith("SSH-2.0-OpenSSH_9.6"), MailServerTls.NONE),
                troubled("no TLS", server -> {}, MailServerTls.TLS));
    }

    private static Arguments troubled(String name, Consumer<ScriptedImapServer> trouble, MailServerTls tls) {
        return Arguments.of(name, trouble, tls);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void theOtherMailboxIsReadAllTheSame(String name, Consumer<ScriptedImapServer> trouble, MailServerTls tls) {
        trouble.accept(troubled);
        other = reading(tls, Clock.systemUTC());
        other.start();
        await().atMost(PATIENCE).until(() -> other.state().trouble() != null);

        server.deliver("Subject: a\n\n");
        reader.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(reader.state().trouble()).isNull();
        assertThat(other.state().trouble()).isNotNull();
        assertThat(metrics.get("carryon.mailbox.readable")
                        .tag("mailbox", "billing")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void aServerThatHangsIsBrokenOffAndThenReadAnew() {
        var clock = new MovableClock();
        troubled.greetWith(null);
        other = reading(MailServerTls.NONE, clock);
        other.start();
        await().atMost(PATIENCE).until(() -> troubled.connected() > 0);
        server.deliver("Subject: a\n\n");
        reader.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());

        troubled.greetWith("* OK ready");
        troubled.deliver("Subject: b\n\n");
        clock.advance(Duration.ofMinutes(11));
        assertThat(other.state().isStalled()).isTrue();
        other.breakOffWhatHangs();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(troubled.inbox()).isEmpty());
    }
}
