package io.carryon.local.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are. */
final class Repository {

    private Repository() {}

    /** Maven says it by a property; a test started from an editor looks upwards from where it runs. */
    static Path root() {
        String named = System.getProperty("carryon.root");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("deploy/local"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Set the system property carryon.root to the top folder of the repository");
        }
        return folder;
    }
}
