package io.carryon.ticketing.understanding;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts tickets that were solved, by whether their customers were told before that they were heard. */
@ApplicationScoped
class SolvedCount {

    private final MeterRegistry metrics;

    SolvedCount(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Acknowledgements.Solved solved) {
        metrics.counter("carryon.tickets.solved", "acknowledged", String.valueOf(solved.acknowledged()))
                .increment();
    }
}
