package io.carryon.local.aot;

import io.carryon.local.process.Program;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets programs write down what they load while they work, and makes their caches of it once they have stopped. */
public final class Recorder implements JvmCache {

    private static final int LONGEST_CREATION_SECONDS = 120;
    private static final int AT_A_TIME = 2;
    private static final int ATTEMPTS = 2;

    private final AotCache caches;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private volatile boolean ended;
    private final Set<Process> creating = ConcurrentHashMap.newKeySet();

    public Recorder(Installation installation) {
        this.caches = new AotCache(installation);
    }

    @Override
    public List<String> options(String program, List<Path> jars) {
        Path profile = caches.folder().resolve(program + ".aotconf");
        try {
            Files.createDirectories(caches.folder());
            Files.deleteIfExists(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recordings.put(program, new Recording(profile, caches.file(program, jars)));
        List<String> options = new ArrayList<>(AotCache.QUIET);
        options.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + profile));
        return options;
    }

    /**
     * Makes the caches of the stopped programs, two at a time because each keeps one core busy; a program whose
     * recording was cut short gets none.
     */
    public void createCaches(Collection<Program> stopped) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Void>> creations = new ArrayList<>();
            for (Program program : stopped) {
                creations.add(threads.submit(() -> createIfRecorded(program)));
            }
            for (Future<Void> creation : creations) {
                creation.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A cache could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Void createIfRecorded(Program program) throws IOException {
        Recording recording = recordings.get(program.name());
        if (recording != null && recording.complete()) {
            create(program, recording);
            Files.deleteIfExists(recording.profile());
        }
        return null;
    }

    private void create(Program program, Recording recording) throws IOException {
        Path draft = caches.folder().resolve(program.name() + ".part");
        // The JVM has been seen to crash at this, and not to do so again with the same recording.
        boolean made = false;
        for (int attempt = 1; attempt <= ATTEMPTS && !made && !ended; attempt++) {
            made = run(command(program, draft)) == 0 && Files.exists(draft);
        }
        if (made) {
            deleteOlder(program.name());
            Files.move(draft, recording.cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }

    private List<String> command(Program program, Path draft) {
        List<String> command = new ArrayList<>(program.command());
        int mode = command.indexOf("-XX:AOTMode=record");
        command.set(mode, "-XX:AOTMode=create");
        command.add(mode, "-XX:AOTCache=" + draft);
        command.add(mode, "-XX:ErrorFile=" + caches.folder().resolve(program.name() + ".creation-error.log"));
        return command;
    }

    private int run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        caches.folder().resolve("creation.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
        Process creation = builder.start();
        creating.add(creation);
        try {
            if (ended || !creation.waitFor(LONGEST_CREATION_SECONDS, TimeUnit.SECONDS)) {
                creation.destroyForcibly();
            }
            return creation.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            creating.remove(creation);
        }
    }

    private void deleteOlder(String program) throws IOException {
        try (Stream<Path> files = Files.list(caches.folder())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().matches(program + "-[0-9a-f]{12}\\.aot")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Gives up; a creations that are under way end. */
    public void end() {
        ended = true;
        creating.forEach(Process::destroyForcibly);
    }
}
