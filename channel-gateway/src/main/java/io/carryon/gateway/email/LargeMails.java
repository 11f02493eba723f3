package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Mails that take much memory to read: they go to the archive as they come, and are read from there one at a time. */
@ApplicationScoped
class LargeMails {

    private final Archive archive;
    private final MailConfig config;
    private final Semaphore room = new Semaphore(1, true);

    LargeMails(Archive archive, MailConfig config) {
        this.archive = archive;
        this.config = config;
    }

    /** What is done with a mail's bytes. */
    @FunctionalInterface
    interface Use<T> {

        T of(byte[] raw);
    }

    /** The same mail twice is kept once. */
    Original keep(InputStream content) throws IOException {
        return archive.store(content, "message/rfc822");
    }

    boolean isTooLarge(Original original) {
        return original.size() > config.maxBytes();
    }

    /**
     * Empty when others have been read for as long as one may take: it is to be brought again. Throws
     * {@link NoSuchFileException} when it is not in the archive any more.
     */
    <T> Optional<T> read(Original original, Use<T> use) throws IOException {
        if (!entered()) {
            return Optional.empty();
        }
        try (var content =
                archive.open(original.sha256()).orElseThrow(() -> new NoSuchFileException(original.sha256()))) {
            return Optional.of(use.of(content.readAllBytes()));
        } finally {
            room.release();
        }
    }

    private boolean entered() {
        try {
            return room.tryAcquire(config.readingLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
