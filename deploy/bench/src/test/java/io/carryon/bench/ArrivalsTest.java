package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void everyArrivalHappensOnceAndFailuresAreCounted() throws Exception {
        var happened = new ConcurrentSkipListSet<Integer>();

        var failed = Arrivals.at(10_000, number -> number < 50, number -> {
            happened.add(number);
            if (number % 10 == 0) {
                throw new IllegalStateException("refused");
            }
        });

        assertThat(happened).hasSize(50);
        assertThat(failed).isEqualTo(5);
    }
}
