package io.carryon.local.stack;

import io.carryon.local.process.Program;
import io.carryon.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;

/** The programs of the four embedded parts over one data directory. */
public final class EmbeddedParts {

    private final Installation installation;
    private final Path data;
    private final StackPorts ports;
    private final JavaParts javaParts;

    public EmbeddedParts(Installation installation, Path data, StackPorts ports, JvmCache cache) {
        this.installation = installation;
        this.data = data;
        this.ports = ports;
        this.javaParts = new JavaParts(installation, data, cache);
    }

    /** Creates the data directory at the first start. */
    public Program postgres() throws StartFailed {
        try {
            Path binaries = PostgresBinaries.unpackedIn(installation.target());
            Path log = data.resolve("logs/postgres.log");
            PostgresCluster cluster = new PostgresCluster(binaries, data.resolve("postgres"), log);
            cluster.createIfAbsent();
            return cluster.program(ports.postgres());
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL's programs could not be unpacked: " + e.getMessage(), e);
        }
    }

    public Program kafka() {
        return javaParts.kafka(ports.kafka(), ports.kafkaController());
    }

    public Program mongodb() {
        return javaParts.mongodb(ports.mongodb());
    }

    public Program mail() {
        return javaParts.mail(ports.smtp(), ports.imap());
    }
}
