package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Attachment;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactDraft;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.email.loop.MailStorms;
import io.carryon.gateway.email.loop.SentMail;
import io.carryon.gateway.email.mime.Addresses.Address;
import io.carryon.gateway.email.reply.ReplyText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the contact of a mail that a person may wait for an answer to. */
@ApplicationScoped
class MailContact {

    private static final int FILES_LIMIT = 500;

    private final Mailboxes mailboxes;
    private final StaffForwards forwards;
    private final MailThread thread;
    private final Archive archive;
    private final SenderTrust trust;
    private final MailStorms storms;

    MailContact(
            MailConfig config,
            Mailboxes mailboxes,
            StaffForwards forwards,
            MailThread thread,
            Archive archive,
            MailStorms storms) {
        this.forwards = forwards;
        this.mailboxes = mailboxes;
        this.thread = thread;
        this.archive = archive;
        this.storms = storms;
        this.trust = new SenderTrust(config.trustedAuthservIds().orElse(Set.of()), config.resultsBelowReceived());
    }

    /** Its files are in the archive when this returns. */
    Contact of(String connection, MailMessage mail, UUID id, Original original, Instant receivedAt) {
        var proved = isProved(mail);
        var forwarded = forwards.in(mail, proved);
        return forwarded.isPresent()
                ? draft(connection, forwarded.get().original(), id, receivedAt)
                        .first(id)
                        .from(
                                forwarded.get().original().from().name(),
                                sender(forwarded.get().original(), false))
                        .forwardedBy(new Contact.Forwarder(
                                mail.from().name(),
                                mail.fromAddress().toLowerCase(Locale.ROOT),
                                forwarded.get().note()))
                        .original(original)
                        .contact()
                : placed(draft(connection, mail, id, receivedAt), connection, mail, id, receivedAt)
                        .from(mail.from().name(), sender(mail, proved))
                        .original(original)
                        .contact();
    }

    private ContactDraft draft(String connection, MailMessage mail, UUID id, Instant receivedAt) {
        var text = mail.text();
        return Contact.draft(Channel.EMAIL, connection)
                .at(occurredAt(mail, receivedAt), receivedAt)
                .participants(participants(mail))
                .subject(mail.subject())
                .text(text)
                .visibleText(ReplyText.visible(text))
                .html(DisplayHtml.of(mail.html()))
                .attachments(files(mail, id))
                .thread(thread.of(mail));
    }

    private static Instant occurredAt(MailMessage mail, Instant receivedAt) {
        return mail.date() == null || mail.date().isAfter(receivedAt) ? receivedAt : mail.date();
    }

    /** What answers something has its place already; of the rest, a storm is one contact. */
    private ContactDraft placed(ContactDraft draft, String connection, MailMessage mail, UUID id, Instant receivedAt) {
        if (thread.isAnswer(mail)) {
            return draft.first(id);
        }
        return storms.placeOf(new SentMail(
                        connection,
                        mail.fromAddress(),
                        isProved(mail),
                        mail.subject(),
                        AutomaticMail.isFromProgram(mail),
                        id,
                        occurredAt(mail, receivedAt),
                        receivedAt))
                .map(place -> draft.entry(place.contactId(), id, place.sequence()))
                .orElseGet(() -> draft.first(id));
    }

    /** Whether our own mail server found that the sender is who the mail says. */
    boolean isProved(MailMessage mail) {
        return trust.isProved(mail);
    }

    private static Handle sender(MailMessage mail, boolean proved) {
        var raw = mail.fromAddress();
        var value = raw.toLowerCase(Locale.ROOT);
        return proved
                ? Handle.verified(Handle.Kind.MAILTO, value, raw, "dmarc")
                : Handle.claimed(Handle.Kind.MAILTO, value, raw);
    }

    /** Everybody else; with our own addresses we would write to ourselves. */
    private List<Contact.Participant> participants(MailMessage mail) {
        return Stream.concat(participants("to", mail.to()), participants("cc", mail.cc()))
                .filter(participant ->
                        !mailboxes.isOurs(participant.address()) && !forwards.isStaff(participant.address()))
                .toList();
    }

    private static Stream<Contact.Participant> participants(String role, List<Address> addresses) {
        return addresses.stream()
                .filter(address ->
                        address.address() != null && address.address().length() <= 320)
                .map(address -> new Contact.Participant(role, address.name(), address.address()));
    }

    private List<Attachment> files(MailMessage mail, UUID id) {
        var files = new ArrayList<Attachment>();
        for (var file : mail.files().stream().limit(FILES_LIMIT).toList()) {
            var stored = archive.store(file.content(), file.mediaType());
            files.add(new Attachment(
                    id + "-" + (files.size() + 1),
                    file.name(),
                    file.mediaType(),
                    stored.size(),
                    stored.sha256(),
                    file.inline() ? Attachment.Disposition.INLINE : Attachment.Disposition.ATTACHMENT,
                    file.contentId()));
        }
        return files;
    }
}
