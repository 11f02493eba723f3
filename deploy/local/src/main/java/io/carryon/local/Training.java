package io.carryon.local;

import io.carryon.local.aot.AotCache;
import io.carryon.local.aot.Recorder;
import io.carryon.local.process.StartFailed;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last step of a build: works once with data of its own, so that caches make all later starts fast. */
final class Training {

    /** A program writes its recording when it stops; that takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Recorder recorder;
    private final Path folder;
    private final PrintStream log;
    private final LocalRun run;

    Training(Options options) throws IOException {
        Installation installation = new Installation(options.root());
        this.recorder = new Recorder(installation);
        this.folder = installation.target().resolve("training");
        new Stack(folder, news -> {}).stopOrphans();
        delete(folder);
        this.log = new PrintStream(
                Files.newOutputStream(installation.target().resolve("training.log")), true, StandardCharsets.UTF_8);
        // No variable of the user's: the training must not reach servers that are somebody's.
        this.run = new LocalRun(options.forTraining(folder), Map.of(), new Console(log), recorder);
    }

    /** Makes the caches, or none when anything goes wrong: they are a convenience. */
    boolean make() throws IOException {
        if (!AotCache.supported()) {
            return true;
        }
        try {
            run.start();
            run.stop(PATIENCE);
            recorder.createCaches(run.programs());
            return true;
        } catch (IOException | StartFailed | SQLException | RuntimeException e) {
            e.printStackTrace(log);
            return false;
        } finally {
            run.stop(Duration.ZERO);
            delete(folder);
        }
    }

    /** Ends it at once, in the middle of whatever it does. */
    void abort() {
        recorder.end();
        run.stop(Duration.ZERO);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
