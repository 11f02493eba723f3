package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.account.SignIn;
import io.carryon.gateway.email.account.SmtpAccount;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way to a server that takes our mail out. One that did not let us in is tried by one mail at a time until it does, so
 * that its mails do not keep those of other servers waiting.
 */
final class SmtpServer {

    private final SignIn signIn;
    private final Session session;
    private final AtomicBoolean isTried = new AtomicBoolean();
    private volatile boolean isAway;

    SmtpServer(SmtpAccount account, Clock clock) {
        this.signIn = new SignIn(account, clock);
        this.session = Session.getInstance(properties(account));
    }

    Session session() {
        return session;
    }

    /** The caller closes it. */
    Transport connect() throws MessagingException {
        if (!isAway) {
            return connected();
        }
        if (!isTried.compareAndSet(false, true)) {
            throw new MessagingException("The server did not let us in, and is being tried by another mail");
        }
        try {
            return connected();
        } finally {
            isTried.set(false);
        }
    }

    private Transport connected() throws MessagingException {
        var transport = session.getTransport();
        try {
            signIn.connect(transport);
        } catch (MessagingException e) {
            isAway = true;
            throw e;
        }
        isAway = false;
        return transport;
    }

    private Properties properties(SmtpAccount smtp) {
        var properties = signIn.properties("smtp");
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
