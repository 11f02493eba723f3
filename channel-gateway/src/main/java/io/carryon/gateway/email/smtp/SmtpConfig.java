package io.carryon.gateway.email.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The server that takes our mail out. */
@ConfigMapping(prefix = "carryon.smtp")
public interface SmtpConfig {

    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** none, starttls or tls. */
    @WithDefault("none")
    String tls();

    @WithDefault("20s")
    Duration timeout();
}
