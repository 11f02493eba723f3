package io.carryon.local;

import io.carryon.local.services.Connections;
import io.carryon.local.services.Service;
import io.carryon.local.tokens.SecretFile;
import io.carryon.local.tokens.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person sees when all is up: where to look, who to be, what to try. */
final class Welcome {

    private final Console console;
    private final Path folder;
    private final Connections connections;
    private final Secrets secrets;

    Welcome(Console console, Path folder, Connections connections, Secrets secrets) {
        this.console = console;
        this.folder = folder;
        this.connections = connections;
        this.secrets = secrets;
    }

    void toEverybody(Map<Service, Integer> ports, long beganNanos) throws IOException {
        writeTokens();
        String text = resource("welcome.txt")
                .replace("{seconds}", "%.0f".formatted((System.nanoTime() - beganNanos) / 1e9))
                .replace("{gateway}", "http://localhost:" + ports.get(Service.GATEWAY))
                .replace("{profile}", "http://localhost:" + ports.get(Service.PROFILE))
                .replace("{ticketing}", "http://localhost:" + ports.get(Service.TICKETING))
                .replace("{smtp}", connections.get("CARRYON_SMTP_HOST") + ":" + connections.get("CARRYON_SMTP_PORT"))
                .replace("{imap}", connections.get("CARRYON_IMAP_HOST") + ":" + connections.get("CARRYON_IMAP_PORT"))
                .replace("{address}", String.valueOf(connections.get("CARRYON_MAIL_ADDRESS")))
                .replace("{logs}", folder.resolve("logs").toString())
                .replace("{tokens}", folder.resolve("tokens.sh").toString());
        console.line(text);
    }

    /** Values for quarkus dev. */
    void toDevelopers() throws IOException {
        writeTokens();
        String exports =
                connections.withServices(Service.GATEWAY.usualPort(), Service.PROFILE.usualPort()).entrySet().stream()
                        .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'")
                        .collect(Collectors.joining("\n", "", "\n"));
        SecretFile.write(folder.resolve("environment.sh"), exports);
        console.line("");
        console.line("The parts are up. Before quarkus dev:  . " + folder.resolve("environment.sh"));
        console.line("Tokens of all roles:                   . " + folder.resolve("tokens.sh"));
        console.line("Ctrl-C stops.");
    }

    private void writeTokens() throws IOException {
        String lines = secrets.tokens().entrySet().stream()
                .map(token -> token.getKey().toUpperCase(Locale.ROOT) + "=" + token.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        SecretFile.write(folder.resolve("tokens.sh"), lines);
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Welcome.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
