package io.carryon.gateway.portal;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages on which customers help themselves. */
@ConfigMapping(prefix = "carryon.help")
public interface HelpConfig {

    /** The gateway as customers' browsers reach it, for links in mails; cookies are secure when it begins with https. */
    @WithDefault("http://localhost:8080")
    URI url();

    /** What stands above every page. */
    @WithDefault("Support")
    String title();

    /** What a customer can choose that a request is about, by name; none to choose from when left out. */
    Map<String, String> topics();

    /** A style sheet of yours after ours, such as {@code https://www.example.com/help.css}. */
    Optional<URI> style();

    /** How long a browser stays signed in. */
    @WithDefault("12h")
    Duration session();

    /** How long a signed link is good after its request is done. */
    @WithDefault("30d")
    Duration linkAfterClose();

    /** How long a one-time link is good. */
    @WithDefault("15m")
    Duration oneTimeLink();

    /** How long a request waits for its sender to follow the mailed link, where no proof of work came with it. */
    @WithDefault("24h")
    Duration draft();

    /** How soon after one another two mails with links of one kind go to a proved address. */
    @WithDefault("1m")
    Duration mailPause();

    /** The most bytes of a form with its files. */
    @WithDefault("25000000")
    MemorySize body();

    /** Where customers sign in with their account. */
    Oidc oidc();

    /** An OpenID provider. Off as long as it has no issuer. */
    interface Oidc {

        /** As its discovery document names it. */
        Optional<URI> issuer();

        /** Our name there. */
        Optional<String> clientId();

        /** Our secret there, if it wants one. */
        Optional<String> clientSecret();

        /** What is asked for. */
        @WithDefault("openid,email,profile")
        List<String> scopes();

        /** The claim that names the account. */
        @WithDefault("sub")
        String accountClaim();

        /** How long the provider may take to answer. */
        @WithDefault("5s")
        Duration timeout();

        /** How long a customer may take to sign in there. */
        @WithDefault("15m")
        Duration patience();
    }
}
