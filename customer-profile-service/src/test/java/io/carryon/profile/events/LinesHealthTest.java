package io.carryon.profile.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinesHealthTest {

    private static final Logger LOG = Logger.getLogger(LinesHealth.class.getName());

    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Stopping stopping = new Stopping();
    private final LinesHealth health = new LinesHealth();
    private final BatchHandling handling = new BatchHandling(new PatientHandling(stopping), stopping, health);

    @BeforeEach
    void listen() {
        LOG.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(log);
    }

    @Test
    void isUpWhileAllLinesGoOn() {
        handling.line("contact-received", event -> {});

        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aBatchThatCannotBeConsumedIsLoggedAtOnceAndMakesTheServiceDown() throws Exception {
        handling.line("contact-received", event -> {}).take(cannotBeConsumed());

        assertThat(logged.take()).startsWith("ERROR").contains("contact-received", "IllegalStateException");
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.call().getData().orElseThrow()).containsEntry("ended", "contact-received");
    }

    /** What lost its consumer, for example; it holds no event. */
    @SuppressWarnings("unchecked")
    private static KafkaRecordBatch<String, byte[]> cannotBeConsumed() {
        return (KafkaRecordBatch<String, byte[]>) Proxy.newProxyInstance(
                LinesHealthTest.class.getClassLoader(),
                new Class<?>[] {KafkaRecordBatch.class},
                (proxy, method, arguments) -> method.getName().equals("ack")
                        ? CompletableFuture.failedFuture(new IllegalStateException("no"))
                        : List.of());
    }
}
