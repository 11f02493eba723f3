package io.carryon.gateway.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The archive as a directory: {@code ab/cd/abcd…}, written beside, flushed to the disk, then renamed into place. A file's
 * time is when its content was stored last.
 */
@ApplicationScoped
@Typed(DirectoryArchive.class)
public class DirectoryArchive implements Archive {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final Duration notedWithin;
    private final Clock clock;

    @Inject
    public DirectoryArchive(ArchiveConfig config, Clock clock) {
        this(config.directory(), config.notedWithin(), clock);
    }

    /** What was stored last within the duration is not erased. */
    public DirectoryArchive(Path directory, Duration notedWithin, Clock clock) {
        this.directory = directory;
        this.notedWithin = notedWithin;
        this.clock = clock;
    }

    @Override
    public Original store(byte[] content, String mediaType) {
        var original = Original.of(content, mediaType);
        if (isKeptAnew(place(original.sha256()))) {
            return original;
        }
        try {
            return store(new ByteArrayInputStream(content), mediaType);
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not keep " + original.sha256(), e);
        }
    }

    @Override
    public Original store(InputStream content, String mediaType) throws IOException {
        made(directory);
        var temporary = Files.createTempFile(directory, "incoming-", ".part");
        try {
            var digest = ContactId.sha256();
            var size = 0L;
            try (var file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = new byte[64 * 1024];
                for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    digest.update(buffer, 0, read);
                    writeFully(file, ByteBuffer.wrap(buffer, 0, read));
                    size += read;
                }
                file.force(true);
            }
            var sha256 = HexFormat.of().formatHex(digest.digest());
            putInPlace(temporary, place(sha256));
            return new Original(sha256, mediaType, size);
        } finally {
            // Unless it was renamed into place.
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(place(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not read " + sha256, e);
        }
    }

    @Override
    public OptionalLong size(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(place(sha256)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not read " + sha256, e);
        }
    }

    @Override
    public boolean erase(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return true;
        }
        var place = place(sha256);
        try {
            var stored = Files.getLastModifiedTime(place).toInstant();
            if (stored.isAfter(clock.instant().minus(notedWithin))) {
                return false;
            }
            Files.deleteIfExists(place);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not erase " + sha256, e);
        }
    }

    /** Whether it is there; then as if stored now. What is there but cannot be given a new time is written once more. */
    private boolean isKeptAnew(Path place) {
        // Asked for first: most is new, and an exception costs more than looking.
        if (!Files.exists(place)) {
            return false;
        }
        try {
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private void putInPlace(Path temporary, Path place) throws IOException {
        if (isKeptAnew(place)) {
            return;
        }
        made(place.getParent());
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Without this the name itself may be lost with the power although the content is safe.
        try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void made(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private Path place(String sha256) {
        return directory
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
