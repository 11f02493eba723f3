package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.MailServerTls;
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
    MailServerTls tls();

    /** How long the server may take to let us in. */
    @WithDefault("20s")
    Duration timeout();

    /** How long it may take to answer; content filters think long, and who gives up too early does not know the outcome. */
    @WithDefault("5m")
    Duration answer();
}
