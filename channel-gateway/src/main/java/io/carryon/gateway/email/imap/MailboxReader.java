package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.MailIntake;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Empties the mailbox for as long as the gateway runs; a server that is away is waited for, ever more patiently. */
@ApplicationScoped
public class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ImapConfig config;
    private final MailIntake intake;
    private final Wake wake = new Wake();
    private volatile String trouble;

    MailboxReader(ImapConfig config, MailIntake intake) {
        this.config = config;
        this.intake = intake;
    }

    void start(@Observes StartupEvent started) {
        if (config.host().isEmpty()) {
            LOG.info("No mailbox is read: CARRYON_IMAP_HOST is not set");
            return;
        }
        Thread.ofPlatform().daemon().name("mailbox").start(this::run);
        Thread.ofPlatform().daemon().name("mailbox-hint").start(new MailboxHint(config, wake));
    }

    void stop(@Observes ShutdownEvent stopping) {
        wake.stop();
    }

    /** Why no mail can be read just now, or null. */
    public String trouble() {
        return trouble;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!wake.isStopped()) {
            try (var mailbox = Mailbox.open(config)) {
                LOG.infof("Reading mail from %s:%d", config.host().get(), config.port());
                while (!wake.isStopped()) {
                    empty(mailbox);
                    trouble = null;
                    pause = FIRST_PAUSE;
                    wake.sleep(config.poll());
                }
            } catch (MessagingException | RuntimeException e) {
                trouble = e.toString();
                LOG.warnf("The mailbox cannot be read just now, next try in %s: %s", pause, e);
                wake.pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** What was not accepted stays at the front of the folder and is passed over until the next round. */
    private void empty(Mailbox mailbox) throws MessagingException {
        var left = 0;
        for (var batch = mailbox.next(left);
                !batch.mails().isEmpty() && !wake.isStopped();
                batch = mailbox.next(left)) {
            left += mailbox.settle(batch, intake.take(batch.mails()));
        }
    }
}
