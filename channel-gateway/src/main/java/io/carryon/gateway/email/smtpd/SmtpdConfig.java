package io.carryon.gateway.email.smtpd;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where our own mail servers hand mails over. Without a port nothing listens. */
@ConfigMapping(prefix = "carryon.smtpd")
public interface SmtpdConfig {

    /** Port for SMTP (RFC 5321); 0 for any that is free. */
    Optional<Integer> port();

    /** Port for LMTP (RFC 2033); 0 for any that is free. */
    Optional<Integer> lmtpPort();

    /** The address listened at. */
    @WithDefault("0.0.0.0")
    String host();

    /** How the server calls itself. */
    @WithDefault("localhost")
    String name();

    /** Networks whose servers may hand over, such as {@code 10.0.0.0/8}: their word on senders is believed. */
    @WithDefault("127.0.0.0/8,::1/128")
    List<Network> clients();

    /** Addresses that mails are taken for, beside the support address and its reply-to; with any {@code +detail}. */
    Optional<Set<String>> recipients();

    /** The largest mail in bytes. */
    @WithDefault("31457280")
    long maxBytes();

    /** Connections at once; further ones are told to come later. */
    @WithDefault("50")
    int maxConnections();

    /** Recipients of one mail; further ones are told to come with another. */
    @WithDefault("100")
    int maxRecipients();

    /** The longest command in bytes. */
    @WithDefault("2048")
    int maxCommand();

    /** Commands of one connection that may be refused for good before it is closed. */
    @WithDefault("20")
    int maxErrors();

    /** The longest silence. */
    @WithDefault("5m")
    Duration timeout();

    /** The longest time for the content of one mail. */
    @WithDefault("10m")
    Duration contentTimeout();

    /** A PKCS #12 file with key and certificate: STARTTLS is offered. Read again at each handshake. */
    Optional<Path> tlsKeystore();

    /** The file's password. */
    Optional<String> tlsPassword();

    /** Whether nothing is taken without STARTTLS. */
    @WithDefault("false")
    boolean tlsRequired();
}
