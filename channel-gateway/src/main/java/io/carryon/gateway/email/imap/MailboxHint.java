package io.carryon.gateway.email.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jboss.logging.Logger;

/**
 * Waits by IDLE on a connection of its own and wakes the reader when something arrives. It is only a hint: servers and
 * routers drop such connections without a word, so the reader polls all the same and nothing depends on this.
 */
final class MailboxHint implements Runnable {

    private static final Logger LOG = Logger.getLogger(MailboxHint.class);

    private final ImapConfig config;
    private final Wake wake;

    MailboxHint(ImapConfig config, Wake wake) {
        this.config = config;
        this.wake = wake;
    }

    @Override
    public void run() {
        while (!wake.isStopped()) {
            // The read limit of this connection is the watchdog: a silent one is closed and replaced.
            try (var store = new ImapSession(config).connect(config.idle());
                    var folder = (IMAPFolder) store.getFolder(config.folder())) {
                folder.open(Folder.READ_ONLY);
                while (!wake.isStopped()) {
                    folder.idle(true);
                    wake.now();
                }
            } catch (MessagingException | RuntimeException e) {
                LOG.debugf("The waiting connection to the mailbox ended: %s", e.getMessage());
                wake.pause(config.poll());
            }
        }
    }
}
