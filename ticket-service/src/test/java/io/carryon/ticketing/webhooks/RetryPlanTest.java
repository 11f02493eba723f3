package io.carryon.ticketing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(10));

    @Test
    void pausesGrowUntilTheLastAndVaryByATenth() {
        assertThat(new RetryPlan(PAUSES, () -> 0).after(1)).contains(Duration.ofSeconds(9));
        assertThat(new RetryPlan(PAUSES, () -> 0.5).after(1)).contains(Duration.ofSeconds(10));
        assertThat(new RetryPlan(PAUSES, () -> 1).after(2)).contains(Duration.ofMinutes(11));
        assertThat(new RetryPlan(PAUSES, () -> 1).after(3)).isEmpty();
    }
}
