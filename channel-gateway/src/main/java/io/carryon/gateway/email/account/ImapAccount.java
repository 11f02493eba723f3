package io.carryon.gateway.email.account;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** A folder at an IMAP server that is read as a queue, and how. Without a host it is not read. */
public interface ImapAccount extends Account {

    @Override
    @WithDefault("143")
    int port();

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

    /** How long nothing may come to an end, such as one batch of mails, before the connection is broken off. */
    @WithDefault("10m")
    Duration stalledAfter();

    /** Mails taken in one go. */
    @WithDefault("100")
    int batch();

    /** More waiting mails than this are a backlog, of which the newest and the oldest are taken by turns. */
    @WithDefault("500")
    int backlog();

    /** Bytes of mail held in memory at once; a larger mail, or a large one, is kept as it comes, and read from the archive. */
    @WithDefault("8388608")
    long batchBytes();
}
