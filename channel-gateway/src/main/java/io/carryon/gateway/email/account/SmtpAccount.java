package io.carryon.gateway.email.account;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * A server that takes our mail out. Where the main mailbox names none, it is this machine; where another does, its mails go
 * the main one's way.
 */
public interface SmtpAccount extends Account {

    @Override
    @WithDefault("25")
    int port();

    /** How long it may take to answer; content filters think long, and who gives up too early does not know the outcome. */
    @WithDefault("5m")
    Duration answer();

    /** For how long from when it was asked for a reply waits for a copy that the server puts off; then it goes without. */
    @WithDefault("15m")
    Duration copyPatience();
}
