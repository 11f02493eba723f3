package io.carryon.ticketing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WebhookRoundsTest {

    private volatile Instant now = Instant.parse("2026-11-16T12:00:00Z");
    private final AtomicInteger rounds = new AtomicInteger();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void thatRoundsFailIsSeenFromOutsideAndTheyGoOn() throws Exception {
        var failing = new FanOut(null, null, null, null) {
            @Override
            boolean next() throws SQLException {
                if (rounds.incrementAndGet() == 1) {
                    throw new SQLException("away");
                }
                throw new LinkageError("not on this machine");
            }
        };
        var webhooks = new WebhookRounds(failing, null, null, null, null, metrics, new Ticking());
        webhooks.start(null);
        try {
            now = now.plus(Duration.ofMinutes(2));
            await().atMost(Duration.ofSeconds(30)).until(() -> rounds.get() >= 3);

            assertThat(metrics.get("carryon.webhooks.stuck.seconds").gauge().value())
                    .isEqualTo(120);
        } finally {
            webhooks.stop(null);
        }
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
