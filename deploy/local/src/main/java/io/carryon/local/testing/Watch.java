package io.carryon.local.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that still need the stack. */
final class Watch {

    private final Set<Long> processes = ConcurrentHashMap.newKeySet();

    void add(long process) {
        processes.add(process);
    }

    /** Returns when the last of them is gone. */
    void awaitEnd() throws InterruptedException {
        while (!processes.isEmpty()) {
            processes.removeIf(process ->
                    ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
