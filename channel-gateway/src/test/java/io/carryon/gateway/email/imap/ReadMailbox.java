package io.carryon.gateway.email.imap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A reader and the server it reads from, over real sockets; the reader is the test's to start. */
abstract class ReadMailbox {

    /** A batch may have ten times as much. */
    static final long LARGE = 100_000;

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final RecordingReceiver received = new RecordingReceiver();
    ScriptedImapServer server;
    MailboxReader reader;

    @BeforeEach
    void setUp() throws IOException {
        server = new ScriptedImapServer();
        reader = new MailboxReader(
                "support", new TestImapConfig(server.port()), LARGE, received, metrics, Clock.systemUTC());
    }

    @AfterEach
    void tearDown() throws IOException {
        reader.stop();
        server.close();
    }
}
