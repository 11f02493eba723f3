package io.carryon.gateway.email.hook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The mail providers that post mails to us as they came. Without a connection none can. */
@ConfigMapping(prefix = "carryon.mail-hooks")
public interface MailHookConfig {

    /** By a name of ours. */
    Map<String, Connection> connections();

    /** The largest request in bytes; a mail is up to twice as large in one. */
    @WithDefault("41943040")
    int maxBytes();

    /** Requests in memory at once; more are told to come again. */
    @WithDefault("2")
    int atOnce();

    /** The longest time for a request to come in. */
    @WithDefault("2m")
    Duration timeout();

    /** How long ago a request may have been signed; providers repeat one for hours while we are away. */
    @WithDefault("12h")
    Duration signedWithin();

    /** Whose format a connection speaks. */
    enum Kind {
        MAILGUN,
        POSTMARK,
        SENDGRID
    }

    /** One provider's account. */
    interface Connection {

        Kind kind();

        /** The secret part of its URL: 16 to 128 letters, digits and {@code . _ ~ -}. */
        Optional<String> token();

        /** A file with the token, instead of it. */
        Optional<Path> tokenFile();

        /** Mailgun: the webhook signing key, which it needs. SendGrid: the public key; not checked when left out. */
        Optional<String> key();

        /** A file with that key, instead of it. */
        Optional<Path> keyFile();
    }
}
