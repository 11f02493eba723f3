package io.carryon.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What is asked of who comes through a door that is open to the world. */
@ConfigMapping(prefix = "carryon.guard")
public interface GuardConfig {

    /** How often one address may come through a door, each by its window, such as {@code 1m:20,1h:200}. */
    @WithDefault("1m:20,1h:200")
    List<Limit> perAddress();

    /** The same for a network: the first 24 bits of an IPv4 address, 64 of an IPv6 address. */
    @WithDefault("1m:100,1h:1000")
    List<Limit> perNetwork();

    /** The most numbers a browser tries before a proof of work is found; half as many on average. */
    @WithDefault("50000")
    int difficulty();

    /** How long a challenge may take to be solved and sent. */
    @WithDefault("30m")
    Duration proofLife();

    /** What a person takes at least from getting the challenge to sending the form. */
    @WithDefault("2s")
    Duration fillTime();

    /** Counters kept for each limit: addresses share them by their hash, so that no flood makes the store grow. */
    @WithDefault("1000000")
    int counters();
}
