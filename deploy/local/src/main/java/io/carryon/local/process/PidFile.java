package io.carryon.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers a process across our own death: its id and when it started, so that a reused id is not mistaken for it. */
public final class PidFile {

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process, String stopSignal) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, process.pid() + " " + started(process) + " " + stopSignal);
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Stops the process if it still lives, by force when it does not go within the given time; true if there was one. */
    public boolean stopOrphan(Duration grace) throws IOException {
        Optional<ProcessHandle> orphan = find();
        if (orphan.isPresent()) {
            String[] fields = Files.readString(file).split(" ");
            Signals.stop(orphan.get(), fields[2], grace);
        }
        clear();
        return orphan.isPresent();
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String[] fields = Files.readString(file).split(" ");
        if (fields.length != 3) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(fields[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Math.abs(started(process) - Long.parseLong(fields[1])) < TimeUnit.SECONDS.toMillis(2));
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }
}
