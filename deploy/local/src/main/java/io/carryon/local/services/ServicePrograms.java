package io.carryon.local.services;

import io.carryon.local.process.Program;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import io.carryon.local.stack.JvmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the packaged services are run on one machine: small, and configured by the environment alone. */
public final class ServicePrograms {

    private final Installation installation;
    private final Path data;
    private final JvmCache cache;

    public ServicePrograms(Installation installation, Path data, JvmCache cache) {
        this.installation = installation;
        this.data = data;
        this.cache = cache;
    }

    /** The service on the port; the environment is what all services share. */
    public Program program(Service service, int port, Map<String, String> shared) {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // glibc keeps a heap per core and thread otherwise; that costs tens of megabytes a process.
        environment.put("MALLOC_ARENA_MAX", "2");
        Path app = installation.root().resolve(service.module()).resolve("target/quarkus-app");
        return new Program(
                service.module(),
                command(service, app),
                environment,
                data.resolve("logs").resolve(service.module() + ".log"),
                "TERM",
                new HealthProbe(port),
                Duration.ofSeconds(90));
    }

    private List<String> command(Service service, Path app) {
        List<String> command = new ArrayList<>(List.of(installation.java().toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx" + service.heap(), "-Xss512k"));
        command.add("-XX:MaxNewSize=" + service.young());
        // The optimizing compiler would take a third of two cores for many minutes, and gains less than that.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=64m"));
        command.addAll(JvmOptions.POOLS);
        command.addAll(JvmOptions.FRUGAL);
        command.addAll(List.of("-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30"));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        command.addAll(JvmOptions.QUIET);
        command.addAll(cache.options(service.module(), jars(app)));
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private static List<Path> jars(Path app) {
        try (Stream<Path> files = Files.walk(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A service is not built; run deploy/run", e);
        }
    }
}
