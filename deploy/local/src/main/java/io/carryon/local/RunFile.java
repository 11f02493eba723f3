package io.carryon.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.carryon.local.process.Supervised;
import io.carryon.local.services.Connections;
import io.carryon.local.services.DemoSite;
import io.carryon.local.services.Service;
import io.carryon.local.stack.Stack;
import io.carryon.local.tokens.SecretFile;
import io.carryon.local.tokens.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells other programs what runs where: addresses, processes, tokens. Rewritten when a process is replaced. */
final class RunFile {

    static final String NAME = "run.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Connections connections;
    private final DemoSite site;
    private final Stack parts;
    private final Stack services;
    private final Map<String, String> tokens;

    RunFile(Path folder, Connections connections, DemoSite site, Secrets secrets, Stack parts, Stack services)
            throws IOException {
        this.folder = folder;
        this.connections = connections;
        this.site = site;
        this.parts = parts;
        this.services = services;
        this.tokens = secrets.tokens();
    }

    /** Replaces the file; its reader sees the old or the new one. */
    synchronized void write(Map<Service, Integer> ports) throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("launcher", ProcessHandle.current().pid());
        Map<String, Map<String, Object>> running = processes(services);
        ports.forEach((service, port) -> running.computeIfPresent(service.module(), (name, facts) -> {
            facts.put("url", "http://127.0.0.1:" + port);
            return facts;
        }));
        run.put("services", running);
        run.put("parts", processes(parts));
        run.put("tokens", tokens);
        run.put("site", site.facts());
        run.put("postgres", settings("CARRYON_POSTGRES_", "URL", "USER", "PASSWORD"));
        run.put("kafka", settings("CARRYON_KAFKA_", "BOOTSTRAP"));
        run.put("mongodb", settings("CARRYON_MONGODB_", "URI", "DATABASE"));
        run.put("smtp", settings("CARRYON_SMTP_", "HOST", "PORT"));
        run.put("imap", settings("CARRYON_IMAP_", "HOST", "PORT", "USER", "PASSWORD"));
        run.put("mail", settings("CARRYON_MAIL_", "ADDRESS"));
        SecretFile.write(folder.resolve(NAME), JSON.writeValueAsString(run));
    }

    private static Map<String, Map<String, Object>> processes(Stack stack) {
        Map<String, Map<String, Object>> processes = new LinkedHashMap<>();
        for (Supervised process : stack.running()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("pid", process.pid());
            facts.put("log", process.program().log().toString());
            processes.put(process.program().name(), facts);
        }
        return processes;
    }

    private Map<String, String> settings(String prefix, String... names) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : names) {
            String value = connections.get(prefix + name);
            if (value != null) {
                settings.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return settings;
    }
}
