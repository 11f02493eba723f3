package io.carryon.ticketing.agents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When staff count as being there. */
@ConfigMapping(prefix = "carryon.agents")
public interface AgentConfig {

    /** Who has neither told of themselves nor held a stream open for so long is gone. */
    @WithDefault("60s")
    Duration goneAfter();

    /** How often it is told how many are there for each queue, when nothing changes; readers believe it not much longer. */
    @WithDefault("60s")
    Duration availabilityEvery();

    /** A call whose end was never told keeps its agent from others no longer than this. */
    @WithDefault("2h")
    Duration longestCall();
}
