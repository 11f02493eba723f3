package io.carryon.local.stack;

import io.carryon.local.process.PidFile;
import io.carryon.local.process.Program;
import io.carryon.local.process.StartFailed;
import io.carryon.local.process.Supervised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Programs that run side by side: started one by one, supervised, stopped together. */
public final class Stack implements AutoCloseable {

    /** How long a stop in good order may take. */
    public static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration ORPHANS_GRACE = Duration.ofSeconds(10);

    private final Path data;
    private final Consumer<String> news;
    private final Map<String, Supervised> running = new LinkedHashMap<>();

    public Stack(Path data, Consumer<String> news) {
        this.data = data;
        this.news = news;
    }

    /** Stops what an earlier run left behind when it was killed itself. */
    public void stopOrphans() throws IOException {
        Path pids = pids();
        if (Files.notExists(pids)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(pids)) {
            files = found.sorted().toList();
        }
        try (ExecutorService stops = Executors.newVirtualThreadPerTaskExecutor()) {
            files.forEach(file -> stops.execute(() -> stopOrphan(file)));
        }
    }

    private void stopOrphan(Path file) {
        try {
            if (new PidFile(file).stopOrphan(ORPHANS_GRACE)) {
                news.accept(
                        "stopped " + file.getFileName().toString().replace(".pid", "") + ", left by an earlier run");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program and returns at once. */
    public Supervised start(Program program) throws StartFailed {
        Path pidFile = pids().resolve(program.name() + ".pid");
        Supervised supervised = new Supervised(program, pidFile, news);
        synchronized (running) {
            running.put(program.name(), supervised);
        }
        try {
            supervised.start();
        } catch (IOException e) {
            throw new StartFailed(program.name() + " could not be started: " + e.getMessage(), e);
        }
        return supervised;
    }

    /** What runs, in the order it was started. */
    public Collection<Supervised> running() {
        synchronized (running) {
            return List.copyOf(running.values());
        }
    }

    @Override
    public void close() {
        stop(GRACE);
    }

    /** Stops everything, all at the same time, and by force what takes longer than the grace. */
    public void stop(Duration grace) {
        try (ExecutorService stops = Executors.newVirtualThreadPerTaskExecutor()) {
            running().forEach(supervised -> stops.execute(() -> supervised.stop(grace)));
        }
    }

    private Path pids() {
        return data.resolve("pids");
    }
}
