package io.carryon.gateway.email;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.email.MailReading.Read;
import io.carryon.gateway.email.loop.ReplyRecipients;
import io.carryon.gateway.reply.ReplyBounces;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Does what each outcome of a batch asks for. A mail that cannot be dealt with goes to quarantine and never keeps back
 * another; only what passes by itself, such as a broker or a database that is away, leaves mails in the mailbox.
 */
@ApplicationScoped
class MailSettling {

    private static final Logger LOG = Logger.getLogger(MailSettling.class);

    private final ContactIntake contacts;
    private final Quarantine quarantine;
    private final BiPredicate<UUID, String> bounces;
    private final BiConsumer<UUID, String> missing;

    @Inject
    MailSettling(ContactIntake contacts, Quarantine quarantine, ReplyBounces bounces, ReplyRecipients recipients) {
        this(contacts, quarantine, bounces::report, recipients::missing);
    }

    /** {@code bounces} is told a reply and why it came back, and answers false when it must be told again; {@code missing} an address of a reply that does not exist. */
    MailSettling(
            ContactIntake contacts,
            Quarantine quarantine,
            BiPredicate<UUID, String> bounces,
            BiConsumer<UUID, String> missing) {
        this.contacts = contacts;
        this.quarantine = quarantine;
        this.bounces = bounces;
        this.missing = missing;
    }

    /** The mails as they ended, in their order, without those that must be brought again. */
    List<Read> settle(List<Read> reads) {
        Map<String, Read> done = new ConcurrentHashMap<>();
        publish(only(reads, Outcome.ACCEPTED), done);
        for (var read : reads) {
            switch (read.outcome()) {
                case ACCEPTED, DUPLICATE -> {}
                case AUTOMATIC -> done.put(read.deliveryKey(), read);
                case BOUNCE -> report(read).ifPresent(end -> done.put(read.deliveryKey(), end));
                case QUARANTINED -> hold(read).ifPresent(end -> done.put(read.deliveryKey(), end));
            }
        }
        for (var read : only(reads, Outcome.DUPLICATE)) {
            if (isOriginalSettled(read, reads, done)) {
                done.put(read.deliveryKey(), read);
            }
        }
        return reads.stream()
                .map(read -> done.get(read.deliveryKey()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Read> only(List<Read> reads, Outcome outcome) {
        return reads.stream().filter(read -> read.outcome() == outcome).toList();
    }

    /** A duplicate within the batch may only go when the mail it repeats was taken; without that, it comes again alone. */
    private static boolean isOriginalSettled(Read duplicate, List<Read> reads, Map<String, Read> done) {
        return reads.stream()
                .filter(read -> read.outcome() != Outcome.DUPLICATE && read.outcome() != Outcome.QUARANTINED)
                .filter(read -> read.id().equals(duplicate.id()))
                .allMatch(read -> done.containsKey(read.deliveryKey())
                        && done.get(read.deliveryKey()).outcome() != Outcome.QUARANTINED);
    }

    /** Senders side by side, each sender's mails one after the other. */
    private void publish(List<Read> accepted, Map<String, Read> done) {
        var bySender =
                accepted.stream().collect(Collectors.groupingBy(Read::sender, LinkedHashMap::new, Collectors.toList()));
        Map<Read, RuntimeException> refused = new ConcurrentHashMap<>();
        var all = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bySender.values().forEach(mails -> all.add(threads.submit(() -> publishInOrder(mails, done, refused))));
        }
        for (var sender : all) {
            if (sender.state() == Future.State.FAILED) {
                throw new IllegalStateException("Publishing broke off", sender.exceptionNow());
            }
        }
        refused.forEach((read, why) -> quarantined(read, why).ifPresent(end -> done.put(read.deliveryKey(), end)));
    }

    private void publishInOrder(List<Read> mails, Map<String, Read> done, Map<Read, RuntimeException> refused) {
        for (var read : mails) {
            try {
                contacts.publish(read.contact());
                done.put(read.deliveryKey(), read);
            } catch (ContactNotAccepted e) {
                // Later mails of this sender wait too, so that their order holds.
                LOG.warnf("Mail %s stays in the mailbox: %s", read.deliveryKey(), e.getMessage());
                return;
            } catch (RuntimeException e) {
                // What fails for a reason of its own goes before staff, and keeps no other mail.
                refused.put(read, e);
            }
        }
    }

    private Optional<Read> report(Read read) {
        try {
            if (read.missingAddress() != null) {
                missing.accept(read.returnedReply(), read.missingAddress());
            }
            var isReported = read.returnedReply() == null || bounces.test(read.returnedReply(), read.reason());
            return Optional.of(read).filter(any -> isReported);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            return quarantined(read, e);
        }
    }

    private Optional<Read> quarantined(Read read, RuntimeException why) {
        LOG.errorf(why, "Mail %s could be read but not taken in; it goes to quarantine", read.deliveryKey());
        return hold(read.asQuarantined("It could be read but not taken in: " + why.getMessage()));
    }

    private Optional<Read> hold(Read read) {
        try {
            quarantine.hold(read.deliveryKey(), Channel.EMAIL, read.connection(), read.reason(), read.original());
            return Optional.of(read);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            LOG.errorf(e, "Mail %s cannot even be held and stays in the mailbox", read.deliveryKey());
            return Optional.empty();
        }
    }

    private static boolean passes(RuntimeException e) {
        return e instanceof UncheckedIOException || (e instanceof StorageException storage && storage.isPassing());
    }
}
