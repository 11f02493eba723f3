package io.carryon.gateway.email;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;

/** Reads a mail in quarantine once more, for staff who think that it can be read by now. */
@ApplicationScoped
class MailRereading implements Quarantine.Rereader {

    private final LargeMails large;
    private final MailReading reading;
    private final MailIntake intake;

    MailRereading(LargeMails large, MailReading reading, MailIntake intake) {
        this.large = large;
        this.reading = reading;
        this.intake = intake;
    }

    @Override
    public boolean reads(Channel channel) {
        return channel == Channel.EMAIL;
    }

    @Override
    public String reread(Quarantine.Item item) {
        if (large.isTooLarge(item.original())) {
            throw new Quarantine.StillUnreadable("It is too large to be read. Its original can be downloaded.");
        }
        try {
            return large.read(item.original(), raw -> reread(item, raw))
                    .orElseThrow(() -> new Quarantine.StillUnreadable("Other large mails are being read. Try again."));
        } catch (NoSuchFileException e) {
            throw new Quarantine.StillUnreadable("Its original is not in the archive.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reread(Quarantine.Item item, byte[] raw) {
        var mail = new ArrivedMail("retry|" + item.id() + "|" + UUID.randomUUID(), raw);
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
}
