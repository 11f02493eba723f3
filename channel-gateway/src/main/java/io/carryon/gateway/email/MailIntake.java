package io.carryon.gateway.email;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReading.Read;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes a batch of mails in: archive, read, publish, note, in this order, so that a crash anywhere repeats but loses nothing. */
@ApplicationScoped
public class MailIntake implements MailReceiver {

    private static final Logger LOG = Logger.getLogger(MailIntake.class);

    private final MailReading reading;
    private final MailSettling settling;
    private final MailAside aside;
    private final LargeMails large;
    private final IntakeLog log;

    MailIntake(MailReading reading, MailSettling settling, MailAside aside, LargeMails large, IntakeLog log) {
        this.reading = reading;
        this.settling = settling;
        this.aside = aside;
        this.large = large;
        this.log = log;
    }

    @Override
    public Map<String, Disposition> take(String connection, List<ArrivedMail> batch) {
        var dispositions = new HashMap<String, Disposition>();
        var noted =
                log.notedDeliveries(batch.stream().map(ArrivedMail::deliveryKey).toList());
        noted.forEach((key, outcome) -> dispositions.put(key, dispositionOf(outcome)));
        var reads = new ArrayList<Read>();
        batch.stream()
                .filter(mail -> !noted.containsKey(mail.deliveryKey()))
                .map(mail -> reading.read(connection, mail))
                .forEach(reads::add);
        reads.forEach(read -> dispositions.put(read.deliveryKey(), Disposition.LEFT));
        note(settling.settle(withDuplicatesMarked(reads)))
                .forEach(read -> dispositions.put(read.deliveryKey(), dispositionOf(read.outcome())));
        return dispositions;
    }

    @Override
    public Disposition takeLarge(String connection, String place, InputStream content) throws IOException {
        var original = large.keep(content);
        if (large.isTooLarge(original)) {
            return dispositionOf(aside.tooLarge(connection, place, original));
        }
        var key = ArrivedMail.keyOf(place, original.sha256());
        return large.read(
                        original,
                        raw -> take(connection, List.of(new ArrivedMail(key, raw)))
                                .get(key))
                .orElse(Disposition.LEFT);
    }

    @Override
    public Disposition takeWithheld(String connection, String place, String why) {
        return dispositionOf(aside.withheld(connection, place, why));
    }

    private static Disposition dispositionOf(Outcome outcome) {
        return outcome == Outcome.QUARANTINED ? Disposition.FAILED : Disposition.PROCESSED;
    }

    private List<Read> withDuplicatesMarked(List<Read> reads) {
        var ids = reads.stream().map(Read::id).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>(ids.isEmpty() ? Set.of() : log.knownEntries(ids));
        var marked = new ArrayList<Read>();
        for (var read : reads) {
            var isCountable = read.outcome() != Outcome.QUARANTINED;
            marked.add(isCountable && !seen.add(read.id()) ? read.asDuplicate() : read);
        }
        return marked;
    }

    /** Those that have their row; a row the database will never take keeps back its own mail alone. */
    private List<Read> note(List<Read> done) {
        try {
            log.note(done.stream().map(Read::arrival).toList());
            return done;
        } catch (StorageException e) {
            if (e.isPassing() || done.size() < 2) {
                throw e;
            }
            LOG.errorf(e, "%d mails cannot be noted together, so each is noted alone", done.size());
            return done.stream().filter(this::isNoted).toList();
        }
    }

    private boolean isNoted(Read read) {
        try {
            log.note(List.of(read.arrival()));
            return true;
        } catch (StorageException e) {
            if (e.isPassing()) {
                throw e;
            }
            LOG.errorf(e, "Mail %s cannot be noted and stays in the mailbox", read.deliveryKey());
            return false;
        }
    }
}
