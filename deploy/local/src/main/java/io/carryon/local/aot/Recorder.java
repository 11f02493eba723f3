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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets programs write down what they load while they work, and makes their caches of it once they have stopped. */
public final class Recorder implements JvmCache {

    private static final int LONGEST_CREATION_SECONDS = 120;

    private final AotCache caches;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private volatile boolean ended;
    private volatile Process creating;

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

    /** Makes the caches of the stopped programs; a program whose recording was cut short gets none. */
    public void createCaches(Collection<Program> stopped) throws IOException {
        for (Program program : stopped) {
            Recording recording = recordings.get(program.name());
            if (recording != null && recording.complete()) {
                create(program, recording);
                Files.deleteIfExists(recording.profile());
            }
        }
    }

    private void create(Program program, Recording recording) throws IOException {
        Path draft = caches.folder().resolve(program.name() + ".part");
        if (run(command(program.command(), draft)) == 0 && Files.exists(draft)) {
            deleteOlder(program.name());
            Files.move(draft, recording.cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }

    private List<String> command(List<String> recorded, Path draft) {
        List<String> command = new ArrayList<>(recorded);
        int mode = command.indexOf("-XX:AOTMode=record");
        command.set(mode, "-XX:AOTMode=create");
        command.add(mode, "-XX:AOTCache=" + draft);
        command.add(mode, "-XX:ErrorFile=" + caches.folder().resolve("creation-error.log"));
        return command;
    }

    private int run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        caches.folder().resolve("creation.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
        if (ended) {
            throw new IOException("ended");
        }
        creating = builder.start();
        try {
            if (!creating.waitFor(LONGEST_CREATION_SECONDS, TimeUnit.SECONDS)) {
                creating.destroyForcibly();
            }
            return creating.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
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

    /** Gives up; a creation that is under way ends. */
    public void end() {
        ended = true;
        Process current = creating;
        if (current != null) {
            current.destroyForcibly();
        }
    }
}
