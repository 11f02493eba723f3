package io.carryon.local.stack;

import io.carryon.local.process.Program;
import io.carryon.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL data directory and the server process over it. */
final class PostgresCluster {

    /** The postmaster's file: line 1 is its process id, line 8 says "ready" once it takes connections. */
    private static final int READY_LINE = 7;

    private final Path binaries;
    private final Path data;
    private final Path log;

    PostgresCluster(Path binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    void createIfAbsent() throws StartFailed {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(log.getParent());
            run(List.of(
                    "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D"));
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL could not prepare " + data + ": " + e.getMessage(), e);
        }
    }

    private void run(List<String> program) throws IOException, StartFailed {
        List<String> command = command(program.getFirst());
        command.addAll(program.subList(1, program.size()));
        command.add(data.toString());
        try {
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                throw new StartFailed("PostgreSQL could not prepare " + data + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted", e);
        }
    }

    Program program(int port) throws StartFailed {
        List<String> command = command("postgres");
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Program(
                "postgres",
                command,
                Map.of("TZ", "UTC"),
                log,
                // Fast shutdown; TERM would wait for every client to leave.
                "INT",
                this::ready,
                Duration.ofSeconds(60));
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("max_connections", "100"),
                Map.entry("max_wal_size", "512MB"),
                // Statements here take far less than compiling them or renaming the process for each would.
                Map.entry("jit", "off"),
                Map.entry("update_process_title", "off"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_min_messages", "warning"));
    }

    private List<String> command(String program) throws StartFailed {
        List<String> command = new ArrayList<>();
        if (Root.isCurrentUser()) {
            Root.requireUserNamespace();
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        return command;
    }

    private boolean ready(long pid) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > READY_LINE
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(READY_LINE).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }
}
