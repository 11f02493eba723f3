package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.account.ImapAccount;
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

    private final ImapAccount account;
    private final Wake wake;

    MailboxHint(ImapAccount account, Wake wake) {
        this.account = account;
        this.wake = wake;
    }

    @Override
    public void run() {
        while (!wake.isStopped()) {
            // The read limit of this connection is the watchdog: a silent one is closed and replaced.
            try (var store = new ImapSession(account).connect(account.idle());
                    var folder = (IMAPFolder) store.getFolder(account.folder())) {
                folder.open(Folder.READ_ONLY);
                while (!wake.isStopped()) {
                    folder.idle(true);
                    wake.now();
                }
            } catch (MessagingException | RuntimeException e) {
                LOG.debugf("The waiting connection to the mailbox ended: %s", e.getMessage());
                wake.pause(account.poll());
            }
        }
    }
}
