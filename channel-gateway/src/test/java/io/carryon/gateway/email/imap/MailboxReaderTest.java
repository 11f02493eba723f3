package io.carryon.gateway.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.email.ArrivedMail;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReceiver;
import io.carryon.gateway.email.MailServerTls;
import io.carryon.gateway.email.TestMailConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reader does with everything that a mail server may do, over real sockets. */
class MailboxReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Received received = new Received();
    private ScriptedImapServer server;
    private MailboxReader reader;

    @BeforeEach
    void setUp() throws IOException {
        server = new ScriptedImapServer();
        reader = new MailboxReader(new Imap(server.port()), new TestMailConfig(), received, Clock.systemUTC());
    }

    @AfterEach
    void tearDown() throws IOException {
        reader.stop(null);
        server.close();
    }

    @Test
    void mailsLeaveTheInboxByteForByteAndInOrder() {
        server.deliver("Subject: a\n\nb\u00e4\n");
        server.deliver("Subject: b\n\n");

        reader.start(null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.folder("Processed")).hasSize(2));
        assertThat(received.mails()).containsExactly("Subject: a\r\n\r\nb\u00e4\r\n", "Subject: b\r\n\r\n");
        assertThat(server.inbox()).isEmpty();
        assertThat(reader.trouble()).isNull();
        assertThat(reader.beat()).isNotNull();
    }

    @Test
    void aServerThatCannotMoveIsServedByCopying() {
        server.withoutMove();
        server.deliver("Subject: a\n\n");

        reader.start(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(server.folder("Processed")).hasSize(1);
    }

    @Test
    void afterABrokenConnectionItComesAgain() {
        reader.start(null);
        await().atMost(PATIENCE).until(() -> server.commands().stream().anyMatch(c -> c.startsWith("SELECT")));

        server.hangUp();
        server.deliver("Subject: later\n\n");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.folder("Processed")).hasSize(1));
        await().atMost(PATIENCE).until(() -> reader.trouble() == null);
    }

    @Test
    void anErrorEndsNeitherTheReaderNorHidesItself() {
        var isBroken = new AtomicBoolean(true);
        received.take = mail -> {
            if (isBroken.get()) {
                throw new StackOverflowError("of a test");
            }
            return Disposition.PROCESSED;
        };
        server.deliver("Subject: a\n\n");
        reader.start(null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.trouble()).contains("of a test"));

        isBroken.set(false);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void theSamePlaceUnderAnotherValidityIsAnotherPlace() {
        received.take = mail -> Disposition.LEFT;
        server.deliver("Subject: a\n\n");
        reader.start(null);
        await().atMost(PATIENCE).until(() -> !received.keys.isEmpty());

        server.rebuild(2);

        await().atMost(PATIENCE).until(() -> received.keys.stream().distinct().count() == 2);
        assertThat(received.keys.stream().distinct())
                .allSatisfy(key -> assertThat(key).startsWith("imap|support@127.0.0.1:" + server.port() + "|INBOX|"))
                .anySatisfy(key -> assertThat(key).contains("|INBOX|1|1|"))
                .anySatisfy(key -> assertThat(key).contains("|INBOX|2|1|"));
    }

    @Test
    void aMailThatIsTooLargeIsHandedOverInPiecesAndHoldsNothingBack() {
        var huge = "Subject: huge\n\n" + "0123456789abcde\n".repeat(70_000);
        server.deliver("Subject: a\n\n");
        server.deliver(huge);
        server.deliver("Subject: b\n\n");

        reader.start(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails()).containsExactly("Subject: a\r\n\r\n", "Subject: b\r\n\r\n");
        assertThat(received.large).containsExactly(huge.replace("\n", "\r\n"));
        assertThat(server.folder("Failed")).hasSize(1);
        assertThat(server.commands()).noneMatch(command -> command.equals("UID FETCH 2 (UID BODY.PEEK[])"));
    }

    @Test
    void oneMailThatTheServerRefusesIsShownToStaffAndTheOthersPassIt() {
        server.deliver("Subject: a\n\n");
        var broken = server.deliver("Subject: broken\n\n");
        server.deliver("Subject: b\n\n");
        server.refuse(broken);

        reader.start(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails()).containsExactly("Subject: a\r\n\r\n", "Subject: b\r\n\r\n");
        assertThat(received.withheld)
                .containsExactly("imap|support@127.0.0.1:%d|INBOX|1|%d".formatted(server.port(), broken));
        assertThat(server.folder("Failed")).hasSize(1);
    }

    @Test
    void oneMailAtWhichTheServerHangsUpIsGivenUpTooAndTheOthersPassIt() {
        server.hangUpAt(server.deliver("Subject: broken\n\n"));
        server.deliver("Subject: a\n\n");

        reader.start(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
        assertThat(received.mails()).containsExactly("Subject: a\r\n\r\n");
        assertThat(received.withheld).hasSize(1);
    }

    @Test
    void whileNothingIsTakenTheRestOfTheMailboxIsNotFetched() {
        received.take = mail -> Disposition.LEFT;
        for (var i = 0; i < 5; i++) {
            server.deliver("Subject: " + i + "\n\n");
        }

        reader.start(null);

        await().atMost(PATIENCE).until(() -> received.keys.size() >= 6);
        assertThat(received.mails()).allMatch(mail -> mail.matches("Subject: [01]\\s+"));
        assertThat(reader.trouble()).isNotNull();
        received.take = mail -> Disposition.PROCESSED;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).isEmpty());
    }

    @Test
    void aMailThatIsLeftDoesNotKeepBackThoseBehindIt() {
        received.take = mail -> mail.contains("stays") ? Disposition.LEFT : Disposition.PROCESSED;
        var stays = server.deliver("Subject: stays\n\n");
        for (var i = 0; i < 4; i++) {
            server.deliver("Subject: " + i + "\n\n");
        }

        reader.start(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.inbox()).containsExactly(stays));
    }

    private static final class Received implements MailReceiver {

        private final List<String> keys = new CopyOnWriteArrayList<>();
        private final List<String> mails = new CopyOnWriteArrayList<>();
        private final List<String> large = new CopyOnWriteArrayList<>();
        private final List<String> withheld = new CopyOnWriteArrayList<>();
        private volatile Function<String, Disposition> take = mail -> Disposition.PROCESSED;

        List<String> mails() {
            return mails;
        }

        @Override
        public Map<String, Disposition> take(List<ArrivedMail> batch) {
            var dispositions = new LinkedHashMap<String, Disposition>();
            for (var mail : batch) {
                var text = new String(mail.raw(), StandardCharsets.UTF_8);
                dispositions.put(mail.deliveryKey(), take.apply(text));
                keys.add(mail.deliveryKey());
                mails.add(text);
            }
            return dispositions;
        }

        @Override
        public Disposition takeTooLarge(String place, InputStream content) throws IOException {
            large.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            return Disposition.FAILED;
        }

        @Override
        public Disposition takeWithheld(String place, String why) {
            withheld.add(place);
            return Disposition.FAILED;
        }
    }

    /** Two mails a batch, so that a handful shows what happens between batches. */
    private record Imap(int port) implements ImapConfig {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public Optional<String> user() {
            return Optional.of("support");
        }

        @Override
        public Optional<String> password() {
            return Optional.of("secret");
        }

        @Override
        public MailServerTls tls() {
            return MailServerTls.NONE;
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public String processed() {
            return "Processed";
        }

        @Override
        public String failed() {
            return "Failed";
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration idle() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int batch() {
            return 2;
        }

        @Override
        public long batchBytes() {
            return 1_000_000;
        }
    }
}
