package io.carryon.ticketing.deadletters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long dead letters are kept. */
@ConfigMapping(prefix = "carryon.dead-letters")
public interface DeadLetterConfig {

    /** How long a replayed or discarded letter, with its customer's words, is still there to look at. */
    @WithDefault("90D")
    Duration keepSettled();
}
