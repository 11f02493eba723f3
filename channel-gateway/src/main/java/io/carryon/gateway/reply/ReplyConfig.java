package io.carryon.gateway.reply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How replies are taken out. */
@ConfigMapping(prefix = "carryon.replies")
public interface ReplyConfig {

    /** Without renewal for this long, a claim counts as left behind by a crash. */
    @WithDefault("60s")
    Duration claimLease();

    /** The pause before the second attempt; each following pause is twice as long. */
    @WithDefault("2s")
    Duration firstPause();

    /** No pause between two attempts is longer. */
    @WithDefault("5m")
    Duration longestPause();

    /** A reply that could not be delivered for this long has failed. */
    @WithDefault("48h")
    Duration giveUpAfter();

    /** How many replies of one channel are sent at once. */
    @WithDefault("4")
    int parallel();

    /** How often replies of other processes and those to be tried again are looked for. */
    Duration poll();

    /** How often outcomes that the broker did not acknowledge are reported again. */
    Duration reportEvery();
}
