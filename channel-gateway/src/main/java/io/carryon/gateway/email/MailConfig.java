package io.carryon.gateway.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The support address, which is that of the main mailbox, and whose word on a sender's identity is taken. */
@ConfigMapping(prefix = "carryon.mail")
public interface MailConfig {

    /** The notice where an operator has not written one. */
    String TOO_LARGE =
            "Your mail of {size} is larger than we can read by ourselves ({limit}). Our staff have it, but it may take"
                    + " them longer to answer. To be answered sooner, please send it again with smaller files.";

    /** The address customers write to; also the name of their contacts' connection. */
    @WithDefault("support@localhost")
    String address();

    @WithDefault("Support")
    String name();

    /** Where answers to our mail are to go when that is not the support address. */
    Optional<String> replyTo();

    /**
     * Whether answers are asked for at {@code support+t…@}, which names the issue. Only where the mail server delivers an
     * address with a detail behind a plus to the mailbox itself (RFC 5233).
     */
    @WithDefault("false")
    boolean replyAddressToken();

    /**
     * Staff's own addresses, or {@code @domain} for all of one: customers' mails that they pass on are the customers', as
     * far as a trusted server vouches for who passes them on.
     */
    Optional<Set<String>> staff();

    /** Other addresses of ours: mail from them is a loop. */
    Optional<Set<String>> ownAddresses();

    /** The authserv-ids (RFC 8601) that our own mail servers write into Authentication-Results. */
    Optional<Set<String>> trustedAuthservIds();

    /**
     * Whether the border server writes its results below its own Received field, as Postfix does with a milter. Only for
     * one that removes fields which come in under its name.
     */
    @WithDefault("false")
    boolean resultsBelowReceived();

    /** Mails of more bytes are not read but kept for staff: reading takes three times as much memory. */
    @WithDefault("31457280")
    long maxBytes();

    /** Mails of more bytes are kept as they come and read one at a time, whichever way they come. */
    @WithDefault("2097152")
    long largeBytes();

    /**
     * What the sender of a larger one is told, {@code {size}} and {@code {limit}} filled in; set to nothing, they are told
     * nothing.
     */
    @WithDefault(TOO_LARGE)
    Optional<String> tooLargeNotice();

    /** The longest one mail may take to be read. */
    @WithDefault("30s")
    Duration readingLimit();

    /** Mails handed over by SMTP, LMTP or a webhook that are in memory at once; more wait, for the reading limit at most. */
    @WithDefault("4")
    int readAtOnce();
}
