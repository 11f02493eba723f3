package io.carryon.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keeps Ctrl-C, which a terminal sends to every process of a group, from reaching children before their turn. */
final class Detached {

    private static final boolean SETSID =
            Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);

    private Detached() {}

    static List<String> of(List<String> command) {
        List<String> detached =
                new ArrayList<>(SETSID ? List.of("setsid") : List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        detached.addAll(command);
        return detached;
    }
}
