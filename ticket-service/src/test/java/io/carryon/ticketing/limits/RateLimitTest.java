package io.carryon.ticketing.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final RateLimit limit = new RateLimit(2, MINUTE, clock);

    private void wait(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void whatIsMoreThanTheQuotaIsRefusedUntilTheWindowEnds() {
        assertThat(limit.count("ann")).isEqualTo(new RateLimit.Standing(1, MINUTE, false));
        wait(Duration.ofSeconds(20));
        assertThat(limit.count("ann")).isEqualTo(new RateLimit.Standing(0, Duration.ofSeconds(40), false));
        assertThat(limit.count("ann").exceeded()).isTrue();
        assertThat(limit.count("ann").exceeded()).isTrue();

        wait(Duration.ofSeconds(40));

        assertThat(limit.count("ann")).isEqualTo(new RateLimit.Standing(1, MINUTE, false));
    }

    @Test
    void nobodyIsRefusedForAnother() {
        for (var request = 0; request < 5; request++) {
            limit.count("ann");
        }

        assertThat(limit.count("bob").exceeded()).isFalse();
    }
}
