package io.carryon.local.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner may read. */
public final class SecretFile {

    private SecretFile() {}

    /** Replaces the file; it never exists with wider permissions or half its content. */
    public static void write(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(
                Files.createDirectories(file.getParent()),
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
