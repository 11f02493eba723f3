package io.carryon.gateway.email.account;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** An account at a mail server. */
public interface Account {

    Optional<String> host();

    int port();

    Optional<String> user();

    Optional<String> password();

    /** Instead of a password: the server is shown access tokens (XOAUTH2), as Microsoft 365 and Google want it. */
    @WithName("oauth2")
    Optional<OauthClient> oauth2();

    /** none, starttls or tls. */
    @WithDefault("none")
    MailServerTls tls();

    /**
     * How long the server may be silent while it lets us in, and a token endpoint take; for IMAP, how long the server may be
     * silent whenever it owes an answer.
     */
    @WithDefault("20s")
    Duration timeout();
}
