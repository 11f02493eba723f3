package io.carryon.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.local.process.Program;
import io.carryon.local.stack.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    /** Stands for a JVM that makes a cache; it counts its attempts and crashes at the first ones. */
    private static final String CREATION = """
            echo x >> %1$s
            [ $(wc -l < %1$s) -gt %2$d ] || exit 134
            for option in "$0" "$@"; do
              case "$option" in -XX:AOTCache=*) echo made > "${option#-XX:AOTCache=}" ;; esac
            done
            """;

    @TempDir
    Path root;

    @Test
    void aCreationThatCrashedIsTriedOnceMore() throws Exception {
        assertThat(cachesAfterCrashes(1)).singleElement().asString().endsWith(".aot");
    }

    @Test
    void aCreationThatCrashesAgainLeavesNoCacheAndNothingElse() throws Exception {
        assertThat(cachesAfterCrashes(2)).isEmpty();
    }

    private List<Path> cachesAfterCrashes(int crashes) throws Exception {
        Recorder recorder = new Recorder(new Installation(root));
        String creation = CREATION.formatted(root.resolve("attempts"), crashes);
        List<String> command = new ArrayList<>(List.of("sh", "-c", creation));
        command.addAll(recorder.options("kafka", List.of()));
        Path folder = root.resolve("deploy/local/target/aot");
        Files.writeString(folder.resolve("kafka.aotconf"), "recorded");

        recorder.createCaches(List.of(
                new Program("kafka", command, Map.of(), root.resolve("log"), "TERM", pid -> true, Duration.ZERO)));

        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".log")).toList();
        }
    }
}
