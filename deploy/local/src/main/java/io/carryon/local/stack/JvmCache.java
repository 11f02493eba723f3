package io.carryon.local.stack;

import java.nio.file.Path;
import java.util.List;

/** Supplies the options by which a Java program starts from a cache of its last run, or records one. */
@FunctionalInterface
public interface JvmCache {

    /** Starts everything without a cache. */
    JvmCache NONE = (name, jars) -> List.of();

    List<String> options(String program, List<Path> jars);
}
