package io.carryon.local.services;

import io.carryon.local.stack.StackPorts;
import io.carryon.local.tokens.Secrets;
import io.carryon.local.tokens.Tokens;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the services are told by their environment: the embedded parts, unless the user named others. */
public final class Connections {

    /** The variable that names an external server, and how all variables about that server begin. */
    private static final Map<String, String> EXTERNAL = Map.of(
            "CARRYON_POSTGRES_URL", "CARRYON_POSTGRES_",
            "CARRYON_KAFKA_BOOTSTRAP", "CARRYON_KAFKA_",
            "CARRYON_MONGODB_URI", "CARRYON_MONGODB_URI",
            "CARRYON_SMTP_HOST", "CARRYON_SMTP_",
            "CARRYON_IMAP_HOST", "CARRYON_IMAP_");

    private final Map<String, String> variables = new TreeMap<>();

    public Connections(Map<String, String> users, StackPorts ports, Secrets secrets, Path data) {
        Map<String, String> embedded = EmbeddedVariables.of(ports);
        // Half of the embedded server's address beside half of the user's would be nobody's address.
        embedded.keySet()
                .removeIf(name -> EXTERNAL.entrySet().stream()
                        .anyMatch(part -> users.containsKey(part.getKey()) && name.startsWith(part.getValue())));
        variables.putAll(embedded);
        if (!users.containsKey("CARRYON_IMAP_HOST")) {
            // Whether another server delivers addresses with a detail, only its operator knows.
            variables.put("CARRYON_MAIL_REPLY_ADDRESS_TOKEN", "true");
        }
        if (!users.containsKey("CARRYON_MONGODB_URI")) {
            // The embedded server does one thing at a time; a second request would only carry less.
            variables.put("CARRYON_MONGODB_REQUESTS_AT_ONCE", "1");
        }
        secrets(secrets, data);
        variables.put("CARRYON_LOGS_JSON", "false");
        variables.put("CARRYON_SWAGGER_UI", "true");
        // Its tokens are printed on a console, so it answers this machine only.
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        users.forEach((name, value) -> {
            if (name.startsWith("CARRYON_") || name.startsWith("QUARKUS_")) {
                variables.put(name, value);
            }
        });
    }

    private void secrets(Secrets secrets, Path data) {
        variables.put("CARRYON_JWT_ISSUER", Tokens.ISSUER);
        variables.put("CARRYON_JWT_AUDIENCE", Tokens.AUDIENCE);
        variables.put(
                "CARRYON_JWT_PUBLIC_KEY", secrets.keys().publicKey().toUri().toString());
        variables.put("CARRYON_SIGNING_SECRET", secrets.signingSecret());
        variables.put("CARRYON_PROFILE_TOKEN_FILE", secrets.serviceToken().toString());
        variables.put(
                "CARRYON_CTI_CONNECTIONS_PBX_TOKEN_FILE",
                secrets.telephoneToken().toString());
        variables.put("CARRYON_ARCHIVE_DIRECTORY", data.resolve("archive").toString());
    }

    /** The same with the profile's address, which the gateway asks, and the gateway's own, which browsers are told. */
    public Map<String, String> withServices(int gatewayPort, int profilePort) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putIfAbsent("CARRYON_PROFILE_URL", "http://127.0.0.1:" + profilePort);
        all.putIfAbsent("CARRYON_CHAT_SOCKET_URL", "ws://localhost:" + gatewayPort + "/v1/chat/ws");
        all.putIfAbsent("CARRYON_HELP_URL", "http://localhost:" + gatewayPort);
        return all;
    }

    public String get(String name) {
        return variables.get(name);
    }
}
