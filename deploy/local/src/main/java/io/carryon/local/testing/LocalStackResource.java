package io.carryon.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Gives a module's tests the real embedded stack and what is theirs alone in it: a database, topics, a mailbox. The
 * stack is one separate JVM for all modules of a Maven run; it ends with Maven.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private String name = "tests";

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("name", name);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path root = Repository.root();
            Path folder = Files.createDirectories(root.resolve("deploy/local/target/test-stack"));
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The test stack's lock in " + folder + " is gone");
                }
                return new TestStackClient(root, folder).lease(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test stack could not be started", e);
        }
    }

    @Override
    public void stop() {
        // The stack serves the next module too; it watches Maven's process and ends with it.
    }
}
