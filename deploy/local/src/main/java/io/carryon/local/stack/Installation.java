package io.carryon.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built tree this runs from.
 *
 * @param root the top folder of the repository
 */
public record Installation(Path root) {

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The folder of this module's build. */
    public Path target() {
        return root.resolve("deploy/local/target");
    }

    /** Jars in a fixed order and nothing else when packaged, because an AOT cache asks for that. */
    public List<Path> classPath() {
        try (Stream<Path> built = Files.list(target())) {
            List<Path> own = packaged()
                    ? built.filter(file -> file.getFileName().toString().matches("carryon-local-.*\\.jar"))
                            .toList()
                    : List.of(target().resolve("classes"));
            String libraries =
                    Files.readString(target().resolve("libraries.txt")).strip();
            return Stream.concat(own.stream(), Stream.of(libraries.split(":")).map(Path::of))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The local stack is not built yet; run deploy/run or mvn package", e);
        }
    }

    /** The launcher itself runs from the jar; tests run from the classes. */
    private static boolean packaged() {
        return String.valueOf(Installation.class.getResource("Installation.class"))
                .startsWith("jar:");
    }

    String classPathOption() {
        return classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
