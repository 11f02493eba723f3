package io.carryon.gateway.email;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReading.Read;
import io.carryon.gateway.reply.ReplyBounces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes a batch of mails in: archive, read, publish, note, in this order, so that a crash anywhere repeats but loses nothing. */
@ApplicationScoped
public class MailIntake {

    private static final Logger LOG = Logger.getLogger(MailIntake.class);

    private final MailReading reading;
    private final ContactIntake contacts;
    private final IntakeLog log;
    private final Quarantine quarantine;
    private final ReplyBounces bounces;
    private final ReplyToken tokens;
    private final MailConfig config;

    MailIntake(
            MailReading reading,
            ContactIntake contacts,
            IntakeLog log,
            Quarantine quarantine,
            ReplyBounces bounces,
            ReplyToken tokens,
            MailConfig config) {
        this.reading = reading;
        this.contacts = contacts;
        this.log = log;
        this.quarantine = quarantine;
        this.bounces = bounces;
        this.tokens = tokens;
        this.config = config;
    }

    /** Says for each delivery key what to do with the mail; throws when the archive or the database fails. */
    public Map<String, Disposition> take(List<ArrivedMail> batch) {
        var dispositions = new HashMap<String, Disposition>();
        var noted =
                log.notedDeliveries(batch.stream().map(ArrivedMail::deliveryKey).toList());
        noted.forEach((key, outcome) -> dispositions.put(key, dispositionOf(outcome)));
        var reads = new ArrayList<Read>();
        batch.stream()
                .filter(mail -> !noted.containsKey(mail.deliveryKey()))
                .map(reading::read)
                .forEach(reads::add);
        var done = settle(withDuplicatesMarked(reads));
        log.note(done.stream().map(read -> read.arrival(config.connection())).toList());
        reads.forEach(read -> dispositions.put(read.deliveryKey(), Disposition.LEFT));
        done.forEach(read -> dispositions.put(read.deliveryKey(), dispositionOf(read.outcome())));
        return dispositions;
    }

    private static Disposition dispositionOf(Outcome outcome) {
        return outcome == Outcome.QUARANTINED ? Disposition.FAILED : Disposition.PROCESSED;
    }

    private List<Read> withDuplicatesMarked(List<Read> reads) {
        var ids =
                reads.stream().map(Read::id).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>(ids.isEmpty() ? Set.of() : log.knownEntries(ids));
        var marked = new ArrayList<Read>();
        for (var read : reads) {
            var isCountable = read.outcome() != Outcome.QUARANTINED;
            marked.add(isCountable && !seen.add(read.id()) ? read.asDuplicate() : read);
        }
        return marked;
    }

    /** Does what each outcome asks for; what could not be done is not in the answer and stays in the mailbox. */
    private List<Read> settle(List<Read> reads) {
        var published = publish(reads.stream()
                .filter(read -> read.outcome() == Outcome.ACCEPTED)
                .toList());
        var done = new ArrayList<Read>();
        for (var read : reads) {
            var settled = switch (read.outcome()) {
                case ACCEPTED -> published.contains(read.deliveryKey());
                case BOUNCE -> report(read);
                case QUARANTINED -> hold(read);
                case DUPLICATE -> original(read, reads, published);
                case AUTOMATIC -> true;
            };
            if (settled) {
                done.add(read);
            }
        }
        return done;
    }

    /** A duplicate within the batch may only go when the mail it repeats was taken. */
    private static boolean original(Read duplicate, List<Read> reads, Collection<String> published) {
        return reads.stream()
                .filter(read -> read.outcome() == Outcome.ACCEPTED && read.id().equals(duplicate.id()))
                .allMatch(read -> published.contains(read.deliveryKey()));
    }

    /** Senders side by side, each sender's mails one after the other. */
    private Set<String> publish(List<Read> accepted) {
        var bySender =
                accepted.stream().collect(Collectors.groupingBy(Read::sender, LinkedHashMap::new, Collectors.toList()));
        Set<String> published = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            bySender.values().forEach(mails -> all.add(threads.submit(() -> publishInOrder(mails, published))));
        }
        return published;
    }

    private void publishInOrder(List<Read> mails, Set<String> published) {
        for (var read : mails) {
            try {
                contacts.publish(read.contact());
            } catch (ContactNotAccepted e) {
                // Later mails of this sender wait too, so that their order holds.
                LOG.warnf("Mail %s stays in the mailbox: %s", read.deliveryKey(), e.getMessage());
                return;
            }
            published.add(read.deliveryKey());
        }
    }

    private boolean report(Read read) {
        var reply = BounceReport.replyOf(read.mail(), tokens);
        if (reply.isPresent() && BounceReport.isFinal(read.mail())) {
            return bounces.report(reply.get(), read.reason());
        }
        return true;
    }

    private boolean hold(Read read) {
        quarantine.hold(read.deliveryKey(), Channel.EMAIL, config.connection(), read.reason(), read.original());
        return true;
    }
}
