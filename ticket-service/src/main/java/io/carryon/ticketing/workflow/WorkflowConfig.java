package io.carryon.ticketing.workflow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the workflow does where nobody has set it otherwise. */
@ConfigMapping(prefix = "carryon.workflow")
public interface WorkflowConfig {

    /** For how long a follow-up opens a ticket that was resolved or closed again. */
    @WithDefault("14D")
    Duration reopenWindow();
}
