package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.IntakeLog.Arrival;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps a mail's bytes, then decides what it is: a contact, a bounce, an automatic mail, or unreadable. */
@ApplicationScoped
class MailReading {

    private static final Logger LOG = Logger.getLogger(MailReading.class);

    private final Archive archive;
    private final MailConfig config;
    private final MailContact contacts;
    private final Clock clock;
    private final MimeReader reader = new MimeReader();

    MailReading(Archive archive, MailConfig config, MailContact contacts, Clock clock) {
        this.archive = archive;
        this.config = config;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What a mail turned out to be; {@code contact} for ACCEPTED and {@code mail} for BOUNCE are not null. */
    record Read(
            String deliveryKey,
            Outcome outcome,
            String reason,
            UUID id,
            Original original,
            MailMessage mail,
            Contact contact) {

        Read asDuplicate() {
            return new Read(
                    deliveryKey, Outcome.DUPLICATE, "The same mail was delivered before", id, original, mail, null);
        }

        /** The order of one sender's mails is kept, so this groups them. */
        String sender() {
            return contact.sender().handles().getFirst().key();
        }

        Arrival arrival(String connection) {
            var isContact = outcome == Outcome.ACCEPTED || outcome == Outcome.DUPLICATE;
            return new Arrival(
                    deliveryKey,
                    id,
                    isContact ? id : null,
                    Channel.EMAIL,
                    connection,
                    outcome,
                    reason,
                    mail == null ? null : mail.messageId(),
                    original.sha256());
        }
    }

    Read read(ArrivedMail arrived) {
        var original = archive.store(arrived.raw(), "message/rfc822");
        try {
            return read(arrived, original);
        } catch (java.io.UncheckedIOException e) {
            // The archive, not the mail, is in trouble.
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // One bad mail must never stop the next: whatever the reader stumbled over is shown to staff instead.
            LOG.warnf(e, "Mail %s could not be read", arrived.deliveryKey());
            return quarantined(arrived, original, "The reader failed: " + e, null, null);
        }
    }

    private Read read(ArrivedMail arrived, Original original) {
        var mail = reader.read(arrived.raw());
        var id = MailKey.of(config.connection(), mail, arrived.raw());
        var kind = AutomaticMail.kindOf(mail);
        if (kind == AutomaticMail.Kind.BOUNCE) {
            return new Read(arrived.deliveryKey(), Outcome.BOUNCE, BounceReport.reason(mail), id, original, mail, null);
        }
        if (!kind.makesContact()) {
            return automatic(arrived, original, mail, id, kind.name());
        }
        var unreadable = mail.unreadableBecause();
        if (unreadable.isPresent()) {
            return quarantined(arrived, original, unreadable.get(), id, mail);
        }
        if (config.isOurs(mail.fromAddress())) {
            return automatic(arrived, original, mail, id, "LOOP: it comes from an address of ours");
        }
        var contact = contacts.of(mail, id, original, Instant.now(clock));
        return new Read(arrived.deliveryKey(), Outcome.ACCEPTED, null, id, original, mail, contact);
    }

    private static Read automatic(ArrivedMail arrived, Original original, MailMessage mail, UUID id, String reason) {
        return new Read(arrived.deliveryKey(), Outcome.AUTOMATIC, reason, id, original, mail, null);
    }

    private static Read quarantined(ArrivedMail arrived, Original original, String reason, UUID id, MailMessage mail) {
        return new Read(arrived.deliveryKey(), Outcome.QUARANTINED, reason, id, original, mail, null);
    }
}
