package io.carryon.local.aot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes caches in a process of its own that outlives the launcher and gives way to everything else. */
final class Training {

    private final Path folder;
    private final StringBuilder script = new StringBuilder();

    Training(Path folder) {
        this.folder = folder;
    }

    /** Adds a program by the command that recorded; does nothing when the recording was cut short. */
    void add(String program, Recording recording, List<String> recorded) {
        if (Files.notExists(recording.profile())) {
            return;
        }
        Path draft = recording.cache().resolveSibling(program + ".part");
        List<String> command = new ArrayList<>(List.of("nice", "-n", "15"));
        for (String word : recorded) {
            command.add("-XX:AOTMode=record".equals(word) ? "-XX:AOTMode=create" : word);
        }
        command.add(command.indexOf("-XX:AOTMode=create"), "-XX:AOTCache=" + draft);
        script.append(quoted(command)).append(" && rm -f ");
        script.append(quoted(List.of(folder.toString())))
                .append('/')
                .append(program)
                .append("-*.aot && mv ");
        script.append(quoted(List.of(draft.toString(), recording.cache().toString())));
        script.append("\nrm -f ")
                .append(quoted(List.of(recording.profile().toString())))
                .append('\n');
    }

    void start() throws IOException {
        if (script.isEmpty()) {
            return;
        }
        Path file = folder.resolve("training.sh");
        Files.writeString(file, script);
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve("training.log").toFile());
        builder.environment()
                .keySet()
                .retainAll(Map.of("PATH", "", "HOME", "", "LANG", "").keySet());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.start();
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
