package io.carryon.gateway.email.account;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A server that takes our mail out. */
public interface SmtpAccount {

    /** Where the main mailbox names none, it is this machine; where another does, its mails go the main one's way. */
    Optional<String> host();

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
