package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.MailMessage;
import io.carryon.gateway.email.MailNotices;
import io.carryon.gateway.email.Mailboxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Writes to senders whose mail was too large: to each once a day, so that whoever is named in forged mails is not flooded. */
@ApplicationScoped
class SizeNotices implements MailNotices {

    private static final Logger LOG = Logger.getLogger(SizeNotices.class);
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Many large mails at once are an attack, and so would be the answers. */
    private static final int MOST_AN_HOUR = 30;

    private static final int REMEMBERED = 10_000;

    private final SmtpServers servers;
    private final Mailboxes mailboxes;
    private final MailConfig config;
    private final Clock clock;
    private final Executor executor;
    private final Map<String, Instant> written = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    SizeNotices(SmtpServers servers, Mailboxes mailboxes, MailConfig config, Clock clock) {
        // A mail server that thinks for minutes must not keep the next mails from being read.
        this(servers, mailboxes, config, clock, Thread::startVirtualThread);
    }

    SizeNotices(SmtpServers servers, Mailboxes mailboxes, MailConfig config, Clock clock, Executor executor) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.config = config;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void tooLarge(String connection, MailMessage mail, long bytes) {
        if (config.tooLargeNotice().isPresent() && isDue(mail.fromAddress().toLowerCase(Locale.ROOT))) {
            executor.execute(() -> send(connection, mail, bytes));
        }
    }

    private synchronized boolean isDue(String address) {
        var now = Instant.now(clock);
        var last = written.get(address);
        if (last != null && last.isAfter(now.minus(PAUSE))) {
            return false;
        }
        if (written.values().stream().filter(now.minus(HOUR)::isBefore).count() >= MOST_AN_HOUR) {
            return false;
        }
        written.remove(address);
        written.put(address, now);
        return true;
    }

    private void send(String connection, MailMessage mail, long bytes) {
        var server = servers.of(connection);
        try (var transport = server.connect()) {
            var notice =
                    SizeNotice.of(server.session(), mailboxes.of(connection), mail, bytes, config, Instant.now(clock));
            transport.sendMessage(notice, notice.getAllRecipients());
        } catch (MessagingException e) {
            LOG.warnf(
                    "The sender of a mail of %d bytes could not be told that it is too large: %s",
                    // A server's words of refusal name the address.
                    bytes, e.getClass().getSimpleName());
        }
    }
}
