package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes one mail from somebody who waits to hear that it is safe. It goes to the archive as it comes, so that only those
 * being read are in memory, and then the way of every mail.
 */
@ApplicationScoped
public class MailHandover {

    private static final Logger LOG = Logger.getLogger(MailHandover.class);

    private final Archive archive;
    private final MailReceiver receiver;
    private final MailConfig config;
    private final Mailboxes mailboxes;
    private final Semaphore room;

    public MailHandover(Archive archive, MailReceiver receiver, MailConfig config, Mailboxes mailboxes) {
        this.archive = archive;
        this.receiver = receiver;
        this.config = config;
        this.mailboxes = mailboxes;
        this.room = new Semaphore(config.readAtOnce(), true);
    }

    /** The mail is not safe here; whoever has it is to hand it over again later. */
    public static final class NotTaken extends Exception {

        private static final long serialVersionUID = 1L;

        NotTaken(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Returns once the mail is durable: as a contact, as a row, or before staff. The same bytes on the same way are taken
     * once. Throws what reading the content throws, and then nothing happened; {@link NotTaken} when the archive, the
     * database or the broker is away.
     *
     * @param way names how it came, such as {@code smtp}
     */
    public void take(String way, Envelope envelope, InputStream content) throws IOException, NotTaken {
        var fields = envelope.fields(config.trustedAuthservIds().orElse(Set.of()));
        var source = new Source(content);
        try {
            var original =
                    archive.store(new SequenceInputStream(new ByteArrayInputStream(fields), source), "message/rfc822");
            take(mailboxes.reachedBy(envelope.recipients()).connection(), way, original);
        } catch (IOException | RuntimeException e) {
            if (source.failure != null) {
                throw source.failure;
            }
            // Whatever it is, only this mail waits for it, at its sender's.
            LOG.warnf(e, "A mail that came by %s is not taken just now", way);
            throw new NotTaken("It cannot be kept safely just now", e);
        }
    }

    private void take(String connection, String way, Original original) throws IOException, NotTaken {
        var disposition = original.size() > config.largeBytes()
                ? large(connection, way, original)
                : read(connection, way, original);
        if (disposition != Disposition.PROCESSED && disposition != Disposition.FAILED) {
            throw new NotTaken("It was not accepted just now", null);
        }
    }

    private Disposition large(String connection, String way, Original original) throws IOException {
        try (var content = archive.open(original.sha256()).orElseThrow()) {
            return receiver.takeLarge(connection, way, content);
        }
    }

    private Disposition read(String connection, String way, Original original) throws IOException, NotTaken {
        enter();
        try (var content = archive.open(original.sha256()).orElseThrow()) {
            var key = ArrivedMail.keyOf(way, original.sha256());
            return receiver.take(connection, List.of(new ArrivedMail(key, content.readAllBytes())))
                    .get(key);
        } finally {
            room.release();
        }
    }

    private void enter() throws NotTaken {
        try {
            if (!room.tryAcquire(config.readingLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotTaken("There are too many mails at once", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("The gateway stops", e);
        }
    }

    /** Remembers that it was the mail that broke off, and not the archive. */
    private static final class Source extends InputStream {

        private final InputStream content;
        private IOException failure;

        Source(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return content.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
