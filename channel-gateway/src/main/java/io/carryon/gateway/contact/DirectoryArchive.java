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
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The archive as a directory: {@code ab/cd/abcd…}, written beside, flushed to the disk, then renamed into place. */
@ApplicationScoped
@Typed(DirectoryArchive.class)
public class DirectoryArchive implements Archive {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;

    @Inject
    public DirectoryArchive(ArchiveConfig config) {
        this(config.directory());
    }

    public DirectoryArchive(Path directory) {
        this.directory = directory;
    }

    @Override
    public Original store(byte[] content, String mediaType) {
        var original = Original.of(content, mediaType);
        if (Files.exists(place(original.sha256()))) {
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
        Files.createDirectories(directory);
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
    public void erase(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return;
        }
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not erase " + sha256, e);
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static void putInPlace(Path temporary, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Without this the name itself may be lost with the power although the content is safe.
        try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path place(String sha256) {
        return directory
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
