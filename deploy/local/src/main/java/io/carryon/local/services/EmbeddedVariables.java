package io.carryon.local.services;

import io.carryon.local.stack.Databases;
import io.carryon.local.stack.StackPorts;
import java.util.HashMap;
import java.util.Map;

/** The environment that leads the services to the embedded parts. */
final class EmbeddedVariables {

    private static final String HOST = "127.0.0.1";

    private EmbeddedVariables() {}

    static Map<String, String> of(StackPorts ports) {
        Map<String, String> variables = new HashMap<>();
        variables.put("CARRYON_POSTGRES_URL", Databases.url(ports.postgres(), "carryon"));
        variables.put("CARRYON_POSTGRES_USER", Databases.USER);
        variables.put("CARRYON_POSTGRES_PASSWORD", "unused");
        variables.put("CARRYON_KAFKA_BOOTSTRAP", HOST + ":" + ports.kafka());
        variables.put("CARRYON_MONGODB_URI", "mongodb://" + HOST + ":" + ports.mongodb());
        variables.put("CARRYON_MONGODB_DATABASE", "carryon");
        variables.put("CARRYON_SMTP_HOST", HOST);
        variables.put("CARRYON_SMTP_PORT", Integer.toString(ports.smtp()));
        variables.put("CARRYON_SMTP_TLS", "none");
        variables.put("CARRYON_IMAP_HOST", HOST);
        variables.put("CARRYON_IMAP_PORT", Integer.toString(ports.imap()));
        variables.put("CARRYON_IMAP_TLS", "none");
        variables.put("CARRYON_IMAP_USER", "support@carryon.test");
        variables.put("CARRYON_IMAP_PASSWORD", "support");
        variables.put("CARRYON_MAIL_ADDRESS", "support@carryon.test");
        variables.put("CARRYON_MAIL_NAME", "Carryon Support");
        return variables;
    }
}
