package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.MailReceiver;
import io.carryon.gateway.email.Mailboxes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Has each mailbox read for as long as the gateway runs, one independently of the other. */
@ApplicationScoped
class MailboxReaders {

    private static final Logger LOG = Logger.getLogger(MailboxReaders.class);

    private final List<MailboxReader> readers;

    MailboxReaders(Mailboxes mailboxes, MailConfig config, MailReceiver receiver, MeterRegistry metrics, Clock clock) {
        this.readers = mailboxes.read().entrySet().stream()
                .map(box ->
                        new MailboxReader(box.getKey(), box.getValue(), config.largeBytes(), receiver, metrics, clock))
                .toList();
    }

    List<MailboxReader> all() {
        return readers;
    }

    void start(@Observes StartupEvent started) {
        if (readers.isEmpty()) {
            LOG.info("No mailbox is read: CARRYON_IMAP_HOST is not set");
        }
        readers.forEach(MailboxReader::start);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void breakOffWhatHangs() {
        readers.forEach(MailboxReader::breakOffWhatHangs);
    }

    void stop(@Observes ShutdownEvent stopping) {
        readers.forEach(MailboxReader::stop);
    }
}
