package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.account.ImapAccount;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jboss.logging.Logger;

/**
 * Waits by IDLE on a connection of its own and wakes the reader when something arrives. It is only a hint: servers and
 * routers drop such connections without a word, so the reader polls all the same and nothing depends on this.
 */
final class MailboxHint implements Runnable {

    private static final Logger LOG = Logger.getLogger(MailboxHint.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImapAccount account;
    private final ImapSession session;
    private final Wake wake;

    MailboxHint(ImapAccount account, ImapSession session, Wake wake) {
        this.account = account;
        this.session = session;
        this.wake = wake;
    }

    @Override
    public void run() {
        while (!wake.isStopped()) {
            // The read limit of this connection is the watchdog: a silent one is closed and replaced.
            try (var store = session.connect(account.idle());
                    var folder = (IMAPFolder) store.getFolder(account.folder())) {
                folder.open(Folder.READ_ONLY);
                while (!wake.isStopped()) {
                    folder.idle(true);
                    wake.now();
                }
            } catch (MessagingException e) {
                LOG.debugf("The waiting connection to the mailbox ended: %s", e.getMessage());
                // Whoever signs in wrongly too often is locked out; the reader tries that for both.
                wake.pause(e instanceof AuthenticationFailedException ? PAUSE : account.poll());
            } catch (RuntimeException e) {
                // Mail still comes by polling; what an odd server makes of the library is seen, and tried again.
                LOG.warn("The waiting connection to the mailbox failed", e);
                wake.pause(account.poll());
            }
        }
    }
}
