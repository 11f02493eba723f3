package io.carryon.local.testing;

import java.util.Optional;

/** The process whose end is the end of the test run. */
final class MavenProcess {

    private MavenProcess() {}

    /** The top-most Java among this process and its ancestors: Maven, or an editor, or the test itself. */
    static long id() {
        ProcessHandle top = ProcessHandle.current();
        Optional<ProcessHandle> ancestor = top.parent();
        while (ancestor.isPresent()) {
            if (isJava(ancestor.get())) {
                top = ancestor.get();
            }
            ancestor = ancestor.get().parent();
        }
        return top.pid();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }
}
