package io.carryon.local.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that the current thread's move has taken out of their folder; they stay where they are until it is done. */
final class Leaving {

    private final ThreadLocal<List<Path>> files = ThreadLocal.withInitial(ArrayList::new);

    void add(Path file) {
        files.get().add(file);
    }

    List<Path> take() {
        List<Path> taken = List.copyOf(files.get());
        files.remove();
        return taken;
    }
}
