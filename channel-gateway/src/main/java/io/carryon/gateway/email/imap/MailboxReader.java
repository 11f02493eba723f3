package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.MailReceiver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.jboss.logging.Logger;

/** Empties the mailbox for as long as the gateway runs; a server that is away is waited for, ever more patiently. */
@ApplicationScoped
public class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ImapConfig config;
    private final MailConfig mail;
    private final MailReceiver receiver;
    private final Clock clock;
    private final Wake wake = new Wake();
    private final FetchTroubles troubles = new FetchTroubles();
    private volatile String trouble;
    private volatile Instant beat;
    private Duration pause = Duration.ZERO;

    MailboxReader(ImapConfig config, MailConfig mail, MailReceiver receiver, Clock clock) {
        this.config = config;
        this.mail = mail;
        this.receiver = receiver;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.host().isEmpty()) {
            LOG.info("No mailbox is read: CARRYON_IMAP_HOST is not set");
            return;
        }
        beat = Instant.now(clock);
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

    /** When the reader last did something, a try that failed included; null when no mailbox is read. */
    public Instant beat() {
        return beat;
    }

    private void run() {
        while (!wake.isStopped()) {
            try (var mailbox = Mailbox.open(config, mail.maxBytes(), troubles)) {
                LOG.infof("Reading mail from %s:%d", config.host().get(), config.port());
                read(mailbox);
            } catch (Throwable e) {
                // Even an Error: a mailbox whose thread has died looks like one without mail.
                LOG.warnf(e, "The mailbox cannot be read just now, next try in %s", longer());
                rest(e.toString());
            }
        }
    }

    private void read(Mailbox mailbox) throws MessagingException, IOException {
        while (!wake.isStopped()) {
            if (isEmptied(mailbox)) {
                trouble = null;
                pause = Duration.ZERO;
                troubles.eachAlone(false);
                wake.sleep(config.poll());
                mailbox.lookAgain();
                beat = Instant.now(clock);
            } else {
                rest("No mail is taken in just now; the log says why");
            }
        }
    }

    /**
     * False when none of a batch was taken: the broker is away, and to fetch all the rest would be for nothing. A single
     * mail that is not accepted stays at the front of the folder and is passed over until the next round.
     */
    private boolean isEmptied(Mailbox mailbox) throws MessagingException, IOException {
        var left = 0;
        for (var batch = mailbox.next(left); !batch.isEmpty() && !wake.isStopped(); batch = mailbox.next(left)) {
            var dispositions = new HashMap<>(receiver.take(batch.mails()));
            var isRefused =
                    !dispositions.isEmpty() && dispositions.values().stream().allMatch(Disposition.LEFT::equals);
            for (var apart : batch.apart().entrySet()) {
                dispositions.put(apart.getKey(), apart.getValue().to(receiver));
            }
            left += mailbox.settle(batch, dispositions);
            beat = Instant.now(clock);
            if (isRefused) {
                return false;
            }
        }
        return true;
    }

    private Duration longer() {
        var next = pause.isZero() ? config.poll().dividedBy(5) : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void rest(String why) {
        trouble = why;
        pause = longer();
        wake.pause(pause);
        beat = Instant.now(clock);
    }
}
