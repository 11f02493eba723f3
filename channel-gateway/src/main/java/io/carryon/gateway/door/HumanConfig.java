package io.carryon.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How a customer reaches a person, said in every answer that could be a dead end. */
@ConfigMapping(prefix = "carryon.human")
public interface HumanConfig {

    /** Phone number where people answer, as it shall be shown. */
    Optional<String> phone();

    /** Page with the chat. */
    Optional<String> chat();

    /** Address read by people. */
    Optional<String> email();

    /** One sentence that needs no other channel. */
    @WithDefault("Reply here at any time: a person reads every message.")
    String sentence();
}
