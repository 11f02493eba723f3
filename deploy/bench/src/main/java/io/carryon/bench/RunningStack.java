package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The addresses, tokens and processes that {@code deploy/run} wrote down for its running stack. */
final class RunningStack {

    private final Path file;

    RunningStack(Path file) {
        this.file = file;
    }

    String url(String service) throws IOException {
        return node("services", service, "url").asText();
    }

    String token(String role) throws IOException {
        return node("tokens", role).asText();
    }

    String mongodbUri() throws IOException {
        return node("mongodb", "uri").asText();
    }

    String mongodbDatabase() throws IOException {
        return node("mongodb", "database").asText();
    }

    /** The JDBC URL of the database of the services. */
    String postgresUrl() throws IOException {
        return node("postgres", "url").asText();
    }

    String postgresUser() throws IOException {
        return node("postgres", "user").asText();
    }

    /** Empty where none is needed. */
    String postgresPassword() throws IOException {
        return read().path("postgres").path("password").asText("");
    }

    String smtpHost() throws IOException {
        return node("smtp", "host").asText();
    }

    int smtpPort() throws IOException {
        return node("smtp", "port").asInt();
    }

    /** The three services and the embedded parts, by name, with their process ids. */
    Map<String, ProcessHandle> processes() throws IOException {
        var found = new LinkedHashMap<String, ProcessHandle>();
        var root = read();
        for (var group : new String[] {"services", "parts"}) {
            root.path(group).properties().forEach(entry -> {
                Optional<ProcessHandle> handle =
                        ProcessHandle.of(entry.getValue().path("pid").asLong());
                handle.ifPresent(process -> found.put(entry.getKey(), process));
            });
        }
        return found;
    }

    /** Memory of a process that is in RAM, in MB, as Linux counts it; 0 where there is no /proc. */
    static long residentMegabytes(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private JsonNode node(String... path) throws IOException {
        var node = read();
        for (var step : path) {
            node = node.path(step);
        }
        if (node.isMissingNode()) {
            throw new IOException("%s names no %s; is the stack running? Start it with deploy/run"
                    .formatted(file, String.join(".", path)));
        }
        return node;
    }

    private JsonNode read() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist; start the stack with deploy/run");
        }
        return new ObjectMapper().readTree(file.toFile());
    }
}
