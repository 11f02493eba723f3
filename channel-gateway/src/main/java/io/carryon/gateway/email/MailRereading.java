package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Reads a mail in quarantine once more, for staff who think that it can be read by now. */
@ApplicationScoped
class MailRereading implements Quarantine.Rereader {

    private final Archive archive;
    private final MailReading reading;
    private final MailIntake intake;
    private final MailConfig config;

    MailRereading(Archive archive, MailReading reading, MailIntake intake, MailConfig config) {
        this.archive = archive;
        this.reading = reading;
        this.intake = intake;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String reread(Quarantine.Item item) {
        if (item.original().size() > config.maxBytes()) {
            throw new Quarantine.StillUnreadable("It is too large to be read. Its original can be downloaded.");
        }
        var mail = new ArrivedMail("retry|" + item.id() + "|" + UUID.randomUUID(), bytes(item));
        var read = reading.read(item.connection(), mail);
        if (read.outcome() == IntakeLog.Outcome.QUARANTINED) {
            throw new Quarantine.StillUnreadable(read.reason());
        }
        if (intake.take(item.connection(), List.of(mail)).get(mail.deliveryKey())
                != ArrivedMail.Disposition.PROCESSED) {
            throw new Quarantine.StillUnreadable("It can be read, but was not accepted just now. Try again.");
        }
        return "Taken in as " + read.outcome();
    }

    private byte[] bytes(Quarantine.Item item) {
        try (var content = archive.open(item.original().sha256())
                .orElseThrow(() -> new Quarantine.StillUnreadable("Its original is not in the archive."))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
