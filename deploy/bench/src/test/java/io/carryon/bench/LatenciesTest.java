package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void percentilesAreOfTheNearestRank() {
        IntStream.rangeClosed(1, 200).forEach(millis -> latencies.add(Duration.ofMillis(millis)));

        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(latencies.percentile(99)).isZero();
    }
}
