package io.carryon.profile.recognition;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The metric {@code carryon.recognition}: from the event's arrival until who and what it is about is kept. */
@ApplicationScoped
public class RecognitionTime {

    private static final Duration[] BOUNDS = Stream.of(2, 5, 10, 15, 20, 25, 35, 50, 70, 90, 120, 200, 500, 1_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Way, Timer> timers = new EnumMap<>(Way.class);

    /** What it took to decide. */
    public enum Way {
        /** What the contact names, a thread, or that there is no history. */
        NAMED,
        /** What its words mean beside those of earlier contacts. */
        MEANING,
        /** Decided before; it came again or continues. */
        KNOWN;

        static Way of(Considered considered) {
            return considered.vector() == null ? NAMED : MEANING;
        }
    }

    public RecognitionTime(MeterRegistry metrics) {
        for (var way : Way.values()) {
            timers.put(
                    way,
                    Timer.builder("carryon.recognition")
                            .description("From a contact's arrival until it is recognized and kept")
                            .tag("way", way.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BOUNDS)
                            .register(metrics));
        }
    }

    void record(Way way, long startedNanos) {
        timers.get(way).record(Duration.ofNanos(System.nanoTime() - startedNanos));
    }
}
