package io.carryon.gateway.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;

/** The way to the server that takes our mail out. */
final class SmtpServer {

    private final SmtpConfig config;
    private final Session session;

    SmtpServer(SmtpConfig config) {
        this.config = config;
        this.session = Session.getInstance(properties(config));
    }

    Session session() {
        return session;
    }

    /** The caller closes it. */
    Transport connect() throws MessagingException {
        var transport = session.getTransport();
        transport.connect(
                config.host(),
                config.port(),
                config.user().orElse(null),
                config.password().orElse(null));
        return transport;
    }

    private static Properties properties(SmtpConfig smtp) {
        var properties = smtp.tls().properties("smtp");
        var connecting = String.valueOf(smtp.timeout().toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.connectiontimeout", connecting);
        properties.put("mail.smtp.timeout", String.valueOf(smtp.answer().toMillis()));
        properties.put("mail.smtp.writetimeout", connecting);
        properties.put("mail.smtp.auth", String.valueOf(smtp.user().isPresent()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.mime.allowutf8", "false");
        return properties;
    }
}
