package io.carryon.local.aot;

import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * JDK 25's ahead-of-time caches of the Java programs, by which they start in less than half the time. A cache is named
 * after the jars and the JDK it was made for, so for others there simply is none.
 */
public final class AotCache implements JvmCache {

    /** What a JVM has to say about its cache is not for a service's log. */
    static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    private static final int FIRST_JAVA = 25;

    private final Path folder;

    public AotCache(Installation installation) {
        this.folder = installation.target().resolve("aot");
    }

    /** Whether this Java can make and use such caches. */
    public static boolean supported() {
        return Runtime.version().feature() >= FIRST_JAVA;
    }

    @Override
    public List<String> options(String program, List<Path> jars) {
        if (!supported()) {
            return List.of();
        }
        Path cache = file(program, jars);
        return Files.exists(cache) ? List.of(QUIET.getFirst(), QUIET.getLast(), "-XX:AOTCache=" + cache) : List.of();
    }

    Path folder() {
        return folder;
    }

    Path file(String program, List<Path> jars) {
        return folder.resolve(program + "-" + fingerprint(jars) + ".aot");
    }

    private static String fingerprint(List<Path> jars) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                String state = jar + "|" + Files.size(jar) + "|"
                        + Files.getLastModifiedTime(jar).toMillis() + "\n";
                digest.update(state.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
