package io.carryon.gateway.email.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How much mail may leave that nobody wrote: what a loop with another machine can cost at most. */
@ConfigMapping(prefix = "carryon.automatic-mail")
public interface AutomaticMailConfig {

    /** To one address, each by its window. */
    @WithDefault("10m:10,30m:15,60m:25,180m:50,600m:100")
    List<Cap> perAddress();

    /** To all addresses together. */
    @WithDefault("10m:30,30m:60,60m:120,180m:240,600m:360")
    List<Cap> inTotal();

    /** How long an address that does not exist gets none. */
    @WithDefault("60d")
    Duration afterNoSuchAddress();

    /** How long it is remembered what left: for so long a sender who is not proved hears from us once. */
    @WithDefault("60d")
    Duration remembered();
}
