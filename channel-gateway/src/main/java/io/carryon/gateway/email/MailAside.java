package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.IntakeLog.Arrival;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.email.loop.MailStorms;
import io.carryon.gateway.email.loop.SentMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts what is not read as a mail before staff: what is too large, and what the server does not hand out. */
@ApplicationScoped
class MailAside {

    private static final int HEAD_READ = 256 * 1024;

    private final Archive archive;
    private final Quarantine quarantine;
    private final IntakeLog log;
    private final Mailboxes mailboxes;
    private final MailContact contacts;
    private final MailStorms storms;
    private final MailNotices notices;
    private final Clock clock;
    private final MimeReader reader = new MimeReader();

    MailAside(
            Archive archive,
            Quarantine quarantine,
            IntakeLog log,
            Mailboxes mailboxes,
            MailContact contacts,
            MailStorms storms,
            MailNotices notices,
            Clock clock) {
        this.archive = archive;
        this.quarantine = quarantine;
        this.log = log;
        this.mailboxes = mailboxes;
        this.contacts = contacts;
        this.storms = storms;
        this.notices = notices;
        this.clock = clock;
    }

    /** Of its content only the headers are looked at. A person who sent it is told, after it was noted: rather never than twice. */
    Outcome tooLarge(String connection, String place, Original original) throws IOException {
        var mail = reader.read(head(original));
        var why = "It is too large to be read: %.1f MB, from %s, subject: %s"
                .formatted(original.size() / 1e6, mail.fromAddress(), mail.subject());
        var key = ArrivedMail.keyOf(place, original.sha256());
        var isNew = log.notedDeliveries(List.of(key)).isEmpty();
        var outcome = hold(connection, key, why, original, mail.messageId());
        if (isNew && isOfAPerson(mail) && !isLoop(connection, mail, key)) {
            notices.tooLarge(connection, contacts.isProved(mail), mail, original.size());
        }
        return outcome;
    }

    /** Machines and lists are never answered automatically, nor are we ourselves. */
    private boolean isOfAPerson(MailMessage mail) {
        return AutomaticMail.kindOf(mail) == AutomaticMail.Kind.PERSONAL
                && !AutomaticMail.isFromProgram(mail)
                && comesBackToItsSender(mail)
                && mail.unreadableBecause().isEmpty()
                && !mailboxes.isOurs(mail.fromAddress());
    }

    private boolean isLoop(String connection, MailMessage mail, String key) {
        var now = Instant.now(clock);
        return storms.isLoop(new SentMail(
                connection,
                mail.fromAddress(),
                contacts.isProved(mail),
                mail.subject(),
                false,
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                now,
                now));
    }

    /** Whoever is only named in a mail, or wants nothing back (RFC 3834, 2), is not written to. */
    private static boolean comesBackToItsSender(MailMessage mail) {
        return mail.headers()
                .raw("Return-Path")
                .map(path -> path.replaceAll("[<>\\s]", ""))
                .filter(path -> path.equalsIgnoreCase(mail.fromAddress()))
                .isPresent();
    }

    Outcome withheld(String connection, String place, String why) {
        var note = "The mail at %s could not be fetched from the server: %s".formatted(place, why);
        var original = archive.store(note.getBytes(StandardCharsets.UTF_8), "text/plain");
        return hold(connection, place, "The server does not hand it out: " + why, original, null);
    }

    private Outcome hold(String connection, String key, String why, Original original, String messageId) {
        var noted = log.notedDeliveries(List.of(key)).get(key);
        if (noted != null) {
            return noted;
        }
        quarantine.hold(key, Channel.EMAIL, connection, why, original);
        log.note(List.of(new Arrival(
                key, null, null, Channel.EMAIL, connection, Outcome.QUARANTINED, why, messageId, original.sha256())));
        return Outcome.QUARANTINED;
    }

    private byte[] head(Original original) throws IOException {
        try (var content = archive.open(original.sha256()).orElseThrow()) {
            return content.readNBytes(HEAD_READ);
        }
    }
}
