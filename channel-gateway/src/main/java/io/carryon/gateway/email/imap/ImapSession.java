package io.carryon.gateway.email.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;

/** Opens connections to the mail server; each with time limits, because the library's own are infinite. */
final class ImapSession {

    private final ImapConfig config;

    ImapSession(ImapConfig config) {
        this.config = config;
    }

    Store connect(Duration silence) throws MessagingException {
        var protocol = config.tls().equals("tls") ? "imaps" : "imap";
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", millis(config.timeout()));
        properties.put(prefix + "writetimeout", millis(config.timeout()));
        properties.put(prefix + "timeout", millis(silence));
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "partialfetch", "false");
        properties.put(prefix + "starttls.enable", String.valueOf(config.tls().equals("starttls")));
        properties.put(prefix + "starttls.required", String.valueOf(config.tls().equals("starttls")));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(
                config.host().orElseThrow(),
                config.port(),
                config.user().orElse(""),
                config.password().orElse(""));
        return store;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
