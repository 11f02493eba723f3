package io.carryon.gateway.testing;

import io.carryon.gateway.contact.ArchiveConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a file in the place of the archive's directory until closed. */
public final class ArchiveAway implements AutoCloseable {

    private final Path directory;
    private final Path aside;

    private ArchiveAway(Path directory) {
        this.directory = directory;
        this.aside = directory.resolveSibling(directory.getFileName() + "-away");
    }

    public static ArchiveAway from(ArchiveConfig archive) throws IOException {
        var away = new ArchiveAway(archive.directory());
        Files.createDirectories(away.directory);
        Files.move(away.directory, away.aside);
        Files.writeString(away.directory, "not a directory");
        return away;
    }

    @Override
    public void close() throws IOException {
        Files.delete(directory);
        Files.move(aside, directory);
    }
}
