package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.MailServerTls;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mailbox that is read. Without a host none is. */
@ConfigMapping(prefix = "carryon.imap")
public interface ImapConfig {

    Optional<String> host();

    @WithDefault("143")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** none, starttls or tls. */
    @WithDefault("none")
    MailServerTls tls();

    @WithDefault("INBOX")
    String folder();

    @WithDefault("Processed")
    String processed();

    @WithDefault("Failed")
    String failed();

    /** How often the folder is looked at when no hint comes. */
    @WithDefault("5s")
    Duration poll();

    /** How long an IDLE connection may be silent before it is replaced; routers forget silent connections. */
    @WithDefault("5m")
    Duration idle();

    @WithDefault("20s")
    Duration timeout();

    /** Mails taken in one go. */
    @WithDefault("100")
    int batch();

    /** Bytes of mail held in memory at once, except that one mail may be larger. */
    @WithDefault("8388608")
    long batchBytes();
}
