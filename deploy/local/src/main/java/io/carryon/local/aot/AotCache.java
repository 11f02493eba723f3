package io.carryon.local.aot;

import io.carryon.local.process.Program;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JDK 25's ahead-of-time caches of the Java programs. A program without one records what it loads while it works; after
 * the stop a background process makes the cache from that, and the next start takes half the time. A cache is named
 * after the jars and the JDK it was made for, so another build simply has none yet.
 */
public final class AotCache implements JvmCache {

    private static final int FIRST_JAVA = 25;
    private static final Duration LONGEST_MAKING = Duration.ofMinutes(2);

    private final Path folder;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    public AotCache(Installation installation) {
        this.folder = installation.target().resolve("aot");
    }

    @Override
    public List<String> options(String program, List<Path> jars) {
        if (Runtime.version().feature() < FIRST_JAVA) {
            return List.of();
        }
        Path cache = folder.resolve(program + "-" + fingerprint(jars) + ".aot");
        List<String> quiet = List.of("-Xlog:disable", "-Xlog:all=error:stderr");
        List<String> options = new ArrayList<>(quiet);
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
            return options;
        }
        Path profile = cache.resolveSibling(program + ".aotconf");
        try {
            Files.createDirectories(folder);
            if (isBeingMade(profile)) {
                return options;
            }
            Files.deleteIfExists(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recordings.put(program, new Recording(profile, cache));
        options.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + profile));
        return options;
    }

    private static boolean isBeingMade(Path profile) throws IOException {
        return Files.exists(profile)
                && Files.getLastModifiedTime(profile)
                        .toInstant()
                        .isAfter(Instant.now().minus(LONGEST_MAKING));
    }

    /** Leaves a low-priority process behind that turns what the stopped programs recorded into caches. */
    public void createWhatWasRecorded(Collection<Program> stopped) {
        Training training = new Training(folder);
        for (Program program : stopped) {
            Recording recording = recordings.get(program.name());
            if (recording != null) {
                training.add(program.name(), recording, program.command());
            }
        }
        try {
            training.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
