package io.carryon.gateway.admission;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the REST doors work on at once. What comes beyond is refused at once, so that what is taken is finished. */
@ConfigMapping(prefix = "carryon.admission")
public interface AdmissionConfig {

    /** The most bytes of a body where no door takes more; the largest body any form allows is just below. */
    @WithDefault("1M")
    MemorySize body();

    /** Requests at work at the same time, those of the phone not counted. */
    @WithDefault("64")
    int atWork();

    /** Requests of the phone at work at the same time: a room of its own, which no portal can fill. */
    @WithDefault("32")
    int phoneAtWork();

    /** Requests that wait for a place, in each room. */
    @WithDefault("64")
    int waiting();

    /** How long one waits; a caller on the phone has only a second in all. */
    @WithDefault("200ms")
    Duration patience();

    /** When who is refused may come again. */
    @WithDefault("2s")
    Duration retryAfter();
}
