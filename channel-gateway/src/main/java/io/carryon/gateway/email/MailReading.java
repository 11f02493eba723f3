package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Attachment;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.IntakeLog.Arrival;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps a mail's bytes, then decides what it is: a contact, a bounce, an automatic mail, or unreadable. */
@ApplicationScoped
class MailReading {

    private static final Logger LOG = Logger.getLogger(MailReading.class);

    private final Archive archive;
    private final Mailboxes mailboxes;
    private final MailContact contacts;
    private final ReplyToken tokens;
    private final Clock clock;
    private final TimeLimit limit;

    MailReading(
            Archive archive,
            MailConfig config,
            Mailboxes mailboxes,
            MailContact contacts,
            ReplyToken tokens,
            Clock clock) {
        this.archive = archive;
        this.mailboxes = mailboxes;
        this.contacts = contacts;
        this.tokens = tokens;
        this.clock = clock;
        this.limit = new TimeLimit(config.readingLimit());
    }

    /**
     * What a mail turned out to be, without its bytes, for a batch holds many. {@code contact} is not null for ACCEPTED,
     * {@code returnedReply} is not null for a BOUNCE that ends one of our replies, {@code missingAddress} when that was for an
     * address that does not exist.
     */
    record Read(
            String connection,
            String deliveryKey,
            Outcome outcome,
            String reason,
            UUID id,
            Original original,
            String messageId,
            UUID returnedReply,
            String missingAddress,
            Contact contact) {

        Read asDuplicate() {
            return ended(Outcome.DUPLICATE, "The same mail was delivered before");
        }

        Read asQuarantined(String why) {
            return ended(Outcome.QUARANTINED, why);
        }

        private Read ended(Outcome end, String why) {
            return new Read(connection, deliveryKey, end, why, id, original, messageId, null, null, null);
        }

        /** The order of one sender's mails is kept, so this groups them. */
        String sender() {
            return contact.sender().handles().getFirst().key();
        }

        Arrival arrival() {
            var isContact = outcome == Outcome.ACCEPTED || outcome == Outcome.DUPLICATE;
            return new Arrival(
                    deliveryKey,
                    id,
                    contact != null ? contact.contactId() : isContact ? id : null,
                    Channel.EMAIL,
                    connection,
                    outcome,
                    reason,
                    messageId,
                    original.sha256(),
                    contact == null
                            ? List.of()
                            : contact.attachments().stream()
                                    .map(Attachment::sha256)
                                    .distinct()
                                    .toList());
        }
    }

    /** Throws only when the archive is in trouble; whatever is wrong with the mail is an outcome. */
    Read read(String connection, ArrivedMail arrived) {
        var original = archive.store(arrived.raw(), "message/rfc822");
        var unread = new Read(
                connection, arrived.deliveryKey(), Outcome.QUARANTINED, null, null, original, null, null, null, null);
        try {
            return limit.of(() -> read(arrived.raw(), unread));
        } catch (UncheckedIOException e) {
            // The archive, not the mail, is in trouble.
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // One bad mail must never stop the next: whatever the reader stumbled over is shown to staff instead.
            LOG.warnf(e, "Mail %s could not be read", arrived.deliveryKey());
            return unread.asQuarantined("The reader failed: " + e);
        }
    }

    private Read read(byte[] raw, Read unread) {
        var examined = ExaminedMail.of(raw);
        var mail = examined.mail();
        var id = MailKey.of(unread.connection(), mail, raw);
        if (examined.outcome() != Outcome.ACCEPTED) {
            var reply = examined.outcome() == Outcome.BOUNCE ? returnedReply(mail) : null;
            return new Read(
                    unread.connection(),
                    unread.deliveryKey(),
                    examined.outcome(),
                    examined.reason(),
                    id,
                    unread.original(),
                    mail.messageId(),
                    reply,
                    // Anybody may send a report; only one about a reply of ours is believed.
                    reply == null ? null : BounceReport.missingAddress(mail).orElse(null),
                    null);
        }
        if (mailboxes.isOurs(mail.fromAddress())) {
            return ended(unread, Outcome.AUTOMATIC, "LOOP: it comes from an address of ours", id, mail, null);
        }
        var contact = contacts.of(unread.connection(), mail, id, unread.original(), Instant.now(clock));
        var reason = contact.sequence() == 0 ? null : "STORM: it goes on with contact " + contact.contactId();
        return ended(unread, Outcome.ACCEPTED, reason, id, mail, contact);
    }

    private UUID returnedReply(MailMessage mail) {
        return BounceReport.isFinal(mail) ? BounceReport.replyOf(mail, tokens).orElse(null) : null;
    }

    private static Read ended(Read unread, Outcome outcome, String reason, UUID id, MailMessage mail, Contact contact) {
        return new Read(
                unread.connection(),
                unread.deliveryKey(),
                outcome,
                reason,
                id,
                unread.original(),
                mail.messageId(),
                null,
                null,
                contact);
    }
}
