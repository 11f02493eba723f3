package io.carryon.gateway.email.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When the mails of one sender are too many for each to be a matter of its own. */
@ConfigMapping(prefix = "carryon.mail-storm")
public interface MailStormConfig {

    /** Mails of one sender to one mailbox in the window that are contacts of their own; 0 for any number. */
    @WithDefault("30")
    int from();

    @WithDefault("10m")
    Duration window();

    /** Senders that never make a storm, such as a web form that writes in the name of many. */
    Optional<Set<String>> exempt();

    /** So many mails of one sender about the same within the loop's window are a loop: nothing automatic answers. */
    @WithDefault("5")
    int loopFrom();

    @WithDefault("1m")
    Duration loopWindow();
}
