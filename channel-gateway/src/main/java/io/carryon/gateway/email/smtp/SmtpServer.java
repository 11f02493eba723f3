package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.account.SignIn;
import io.carryon.gateway.email.account.SmtpAccount;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way to a server that takes our mail out. One that did not let us in is tried by one mail at a time until it does, and
 * of a slow one only some mails wait, so that they do not keep those of other servers waiting.
 */
final class SmtpServer {

    private static final Duration SLOW = Duration.ofSeconds(10);

    private final SignIn signIn;
    private final Session session;
    private final AtomicBoolean isTried = new AtomicBoolean();
    private volatile boolean isAway;
    private final Map<Object, Instant> open = new ConcurrentHashMap<>();
    private final int mostSlow;
    private final Clock clock;

    /** At {@code mostSlow} conversations that take long no further one begins. */
    SmtpServer(SmtpAccount account, int mostSlow, Clock clock) {
        this.signIn = new SignIn(account, clock);
        this.mostSlow = mostSlow;
        this.clock = clock;
        this.session = Session.getInstance(properties(account));
    }

    Session session() {
        return session;
    }

    /** The caller closes it. */
    Conversation connect() throws MessagingException {
        var now = Instant.now(clock);
        var slow = open.values().stream()
                .filter(begun -> begun.isBefore(now.minus(SLOW)))
                .count();
        if (slow >= mostSlow) {
            throw new MessagingException("The server is slow, and %d mails wait for it already".formatted(slow));
        }
        var key = new Object();
        open.put(key, now);
        try {
            return new Conversation(letIn(), () -> open.remove(key));
        } catch (MessagingException | RuntimeException e) {
            open.remove(key);
            throw e;
        }
    }

    private Transport letIn() throws MessagingException {
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
