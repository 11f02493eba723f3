package io.carryon.ticketing.deadletters;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;

/** The metric {@code carryon.deadletters}: how many wait for an operator. */
@ApplicationScoped
class DeadLetterGauge {

    private final DeadLetters letters;
    private final AtomicLong waiting;

    DeadLetterGauge(DeadLetters letters, MeterRegistry metrics) {
        this.letters = letters;
        this.waiting = metrics.gauge("carryon.deadletters", new AtomicLong());
    }

    @Scheduled(every = "10s")
    @Transactional
    void count() {
        waiting.set(letters.waiting());
    }
}
