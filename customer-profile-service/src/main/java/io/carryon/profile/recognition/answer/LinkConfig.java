package io.carryon.profile.recognition.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which answers still count. */
@ConfigMapping(prefix = "carryon.profile.links")
public interface LinkConfig {

    /** How long after a contact it can be said what it was about. */
    @WithDefault("P90D")
    Duration answerWithin();
}
