package io.carryon.profile.recognition.question;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How the recognition question is worded where nothing else is known. */
@ConfigMapping(prefix = "carryon.profile.question")
public interface QuestionConfig {

    /** Language of customers whose own is not known or not among en, de, fr, es, pl, ro, lt. */
    @WithDefault("en")
    String language();

    /** Where it is today and yesterday. */
    @WithDefault("UTC")
    ZoneId zone();
}
