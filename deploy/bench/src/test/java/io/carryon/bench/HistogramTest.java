package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final String BEFORE = """
            # HELP carryon_recognition_seconds From a contact's arrival until it is recognized and kept
            # TYPE carryon_recognition_seconds histogram
            carryon_recognition_seconds_bucket{way="meaning",le="0.01"} 1.0
            carryon_recognition_seconds_bucket{way="meaning",le="0.1"} 1.0
            carryon_recognition_seconds_bucket{way="meaning",le="+Inf"} 1.0
            carryon_recognition_seconds_bucket{way="named",le="0.01"} 7.0
            carryon_recognition_seconds_bucket{way="named",le="+Inf"} 7.0
            """;
    private static final String AFTER = """
            carryon_recognition_seconds_bucket{way="meaning",le="0.01"} 61.0
            carryon_recognition_seconds_bucket{way="meaning",le="0.1"} 99.0
            carryon_recognition_seconds_bucket{way="meaning",le="+Inf"} 101.0
            """;

    @Test
    void tellsTheBoundThatSoManyKept() {
        var times = read(AFTER).since(read(BEFORE));

        assertThat(times.count()).isEqualTo(100);
        assertThat(times.percentile(50)).isEqualTo(10);
        assertThat(times.percentile(98)).isEqualTo(100);
        assertThat(times.percentile(99)).isInfinite();
    }

    @Test
    void whatWasNotMeasuredIsNone() {
        assertThat(Histogram.read(BEFORE, "carryon_recognition", "way=\"known\""))
                .hasToString("none");
    }

    private static Histogram read(String metrics) {
        return Histogram.read(metrics, "carryon_recognition", "way=\"meaning\"");
    }
}
