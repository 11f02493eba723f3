package io.carryon.ticketing.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many may listen, and how much is kept for them. */
@ConfigMapping(prefix = "carryon.stream")
public interface StreamConfig {

    /** Streams open at once in this process. */
    @WithDefault("2000")
    int most();

    /** Streams open at once for one member of staff. */
    @WithDefault("10")
    int mostPerAgent();

    /** How often a stream on which nothing happens says that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Messages that wait for a client; a slower one is cut off, and goes on where it was when it comes back. */
    @WithDefault("256")
    int buffer();

    /** How many rows of the log back an id may lie; from before that a client has to look at everything anew. */
    @WithDefault("20000")
    int replay();
}
