package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReceiver;
import io.carryon.gateway.email.account.ImapAccount;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.jboss.logging.Logger;

/**
 * Empties one mailbox for as long as the gateway runs; a server that is away is waited for, ever more patiently. It has
 * threads and connections of its own, so that no other mailbox waits for it.
 */
final class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String connection;
    private final ImapAccount account;
    private final long largeBytes;
    private final ImapSession session;
    private final MailReceiver receiver;
    private final Wake wake = new Wake();
    private final FetchTroubles troubles = new FetchTroubles();
    private final MailboxState state;
    private final MailboxMeters meters;
    private Duration pause = Duration.ZERO;

    /** Mails of more than {@code largeBytes} are handed over one at a time, as they come from the server. */
    MailboxReader(
            String connection,
            ImapAccount account,
            long largeBytes,
            MailReceiver receiver,
            MeterRegistry metrics,
            Clock clock) {
        this.connection = connection;
        this.account = account;
        this.largeBytes = largeBytes;
        this.session = new ImapSession(account, clock);
        this.receiver = receiver;
        this.state = new MailboxState(account.stalledAfter(), clock);
        this.meters = new MailboxMeters(metrics, connection, state);
    }

    void start() {
        state.beat();
        Thread.ofPlatform().daemon().name("mailbox-" + connection).start(this::run);
        Thread.ofPlatform().daemon().name("mailbox-hint-" + connection).start(new MailboxHint(account, session, wake));
    }

    void stop() {
        wake.stop();
    }

    String connection() {
        return connection;
    }

    MailboxState state() {
        return state;
    }

    /** Breaks off what does not come to an end; the reader then comes anew. */
    void breakOffWhatHangs() {
        if (state.isStalled()) {
            LOG.warnf(
                    "Mailbox %s: nothing came to an end for %s, it is connected anew",
                    connection, account.stalledAfter());
            session.breakOff();
        }
    }

    private void run() {
        while (!wake.isStopped()) {
            try (var mailbox = Mailbox.open(account, largeBytes, session, troubles)) {
                LOG.infof(
                        "Mailbox %s: reading mail from %s:%d",
                        connection, account.host().get(), account.port());
                read(mailbox);
            } catch (Throwable e) {
                // Even an Error: a mailbox whose thread has died looks like one without mail.
                pause = e instanceof AuthenticationFailedException ? LONGEST_PAUSE : longer();
                LOG.warnf(e, "Mailbox %s cannot be read just now, next try in %s", connection, pause);
                rest(e.toString());
            }
        }
    }

    private void read(Mailbox mailbox) throws MessagingException, IOException {
        while (!wake.isStopped()) {
            if (isEmptied(mailbox)) {
                state.well();
                pause = Duration.ZERO;
                troubles.eachAlone(false);
                wake.sleep(account.poll());
                mailbox.lookAgain();
                state.beat();
            } else {
                pause = longer();
                rest("No mail is taken in just now; the log says why");
            }
        }
    }

    /**
     * False when none of a batch was taken: the broker is away, and to fetch all the rest would be for nothing. A single
     * mail that is not accepted stays in the folder and is passed over until the next round.
     */
    private boolean isEmptied(Mailbox mailbox) throws MessagingException, IOException {
        mailbox.again();
        state.looked(mailbox.count());
        for (var batch = mailbox.next(); !batch.isEmpty() && !wake.isStopped(); batch = mailbox.next()) {
            var dispositions = new HashMap<>(receiver.take(connection, batch.mails()));
            var isRefused =
                    !dispositions.isEmpty() && dispositions.values().stream().allMatch(Disposition.LEFT::equals);
            for (var apart : batch.apart().entrySet()) {
                dispositions.put(apart.getKey(), apart.getValue().to(connection, receiver));
            }
            mailbox.settle(batch, dispositions);
            meters.count(dispositions.values());
            state.looked(mailbox.count());
            state.beat();
            if (isRefused) {
                return false;
            }
        }
        return true;
    }

    private Duration longer() {
        var next = pause.isZero() ? account.poll().dividedBy(5) : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void rest(String why) {
        state.troubled(why);
        wake.pause(pause);
        state.beat();
    }
}
