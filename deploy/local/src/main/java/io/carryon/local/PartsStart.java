package io.carryon.local;

import io.carryon.local.process.Program;
import io.carryon.local.process.StartFailed;
import io.carryon.local.process.Supervised;
import io.carryon.local.services.Connections;
import io.carryon.local.stack.EmbeddedParts;
import io.carryon.local.stack.Stack;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the parts that the environment does not name servers for. */
final class PartsStart {

    private final Stack stack;
    private final EmbeddedParts embedded;
    private final Map<String, String> environment;
    private final Connections connections;
    private final Console console;
    private final Map<Supervised, String> started = new LinkedHashMap<>();

    PartsStart(
            Stack stack,
            EmbeddedParts embedded,
            Map<String, String> environment,
            Connections connections,
            Console console) {
        this.stack = stack;
        this.embedded = embedded;
        this.environment = environment;
        this.connections = connections;
        this.console = console;
    }

    void start() throws StartFailed {
        long began = System.nanoTime();
        // Kafka takes longest; PostgreSQL's first start is work of our own, so the others run meanwhile.
        if (isOurs("kafka", "CARRYON_KAFKA_BOOTSTRAP")) {
            start(embedded.kafka(), connections.get("CARRYON_KAFKA_BOOTSTRAP"));
        }
        if (isOurs("mongodb", "CARRYON_MONGODB_URI")) {
            start(embedded.mongodb(), connections.get("CARRYON_MONGODB_URI"));
        }
        boolean smtp = isOurs("smtp", "CARRYON_SMTP_HOST");
        boolean imap = isOurs("imap", "CARRYON_IMAP_HOST");
        if (smtp || imap) {
            start(
                    embedded.mail(),
                    "smtp " + connections.get("CARRYON_SMTP_PORT") + ", imap " + connections.get("CARRYON_IMAP_PORT"));
        }
        if (isOurs("postgres", "CARRYON_POSTGRES_URL")) {
            start(embedded.postgres(), connections.get("CARRYON_POSTGRES_URL"));
        }
        for (Map.Entry<Supervised, String> part : started.entrySet()) {
            part.getKey().awaitReady();
            console.ready(part.getKey().program().name(), began, part.getValue());
        }
    }

    private boolean isOurs(String name, String variable) {
        if (environment.containsKey(variable)) {
            console.external(name, environment.get(variable));
            return false;
        }
        return true;
    }

    private void start(Program program, String address) throws StartFailed {
        started.put(stack.start(program), address);
    }
}
