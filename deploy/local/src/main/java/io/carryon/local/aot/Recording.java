package io.carryon.local.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one run of a program left for its cache.
 *
 * @param profile what the program loaded; there once it has stopped in good order
 * @param cache the file to make of it
 */
record Recording(Path profile, Path cache) {

    /** The JVM makes an empty file at its start and fills it at its end. */
    boolean complete() throws IOException {
        return Files.exists(profile) && Files.size(profile) > 0;
    }
}
