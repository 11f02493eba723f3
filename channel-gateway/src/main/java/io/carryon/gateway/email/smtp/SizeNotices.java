package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.MailMessage;
import io.carryon.gateway.email.MailNotices;
import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.loop.AutomaticMailGuard;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Writes to senders whose mail was too large: to each once a day at most, to one who is not proved once. */
@ApplicationScoped
class SizeNotices implements MailNotices {

    private static final Logger LOG = Logger.getLogger(SizeNotices.class);
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final String KIND = "too-large";

    private final SmtpServers servers;
    private final Mailboxes mailboxes;
    private final MailConfig config;
    private final Clock clock;
    private final Executor executor;
    private final Admission guard;
    private final NoSuchAddresses missing;

    @Inject
    SizeNotices(
            SmtpServers servers,
            Mailboxes mailboxes,
            MailConfig config,
            AutomaticMailGuard guard,
            NoSuchAddresses missing,
            Clock clock) {
        // A mail server that thinks for minutes must not keep the next mails from being read.
        this(servers, mailboxes, config, guard::admits, missing, clock, Thread::startVirtualThread);
    }

    SizeNotices(
            SmtpServers servers,
            Mailboxes mailboxes,
            MailConfig config,
            Admission guard,
            NoSuchAddresses missing,
            Clock clock,
            Executor executor) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.config = config;
        this.guard = guard;
        this.missing = missing;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void tooLarge(String connection, boolean isVerified, MailMessage mail, long bytes) {
        if (config.tooLargeNotice().isPresent()) {
            executor.execute(() -> tell(connection, isVerified, mail, bytes));
        }
    }

    /** {@link AutomaticMailGuard#admits}. */
    @FunctionalInterface
    interface Admission {
        boolean admits(String kind, String address, boolean isVerified, Duration pause);
    }

    private void tell(String connection, boolean isVerified, MailMessage mail, long bytes) {
        try {
            if (guard.admits(KIND, mail.fromAddress(), isVerified, PAUSE)) {
                send(connection, mail, bytes);
            }
        } catch (StorageException e) {
            LOG.warnf(
                    "A sender is not told of a mail that is too large, for it is not known who was: %s",
                    e.getMessage());
        }
    }

    private void send(String connection, MailMessage mail, long bytes) {
        var server = servers.of(connection);
        try (var conversation = server.connect()) {
            var notice =
                    SizeNotice.of(server.session(), mailboxes.of(connection), mail, bytes, config, Instant.now(clock));
            conversation.transport().sendMessage(notice, notice.getAllRecipients());
        } catch (MessagingException e) {
            missing.in(e);
            LOG.warnf(
                    "The sender of a mail of %d bytes could not be told that it is too large: %s",
                    // A server's words of refusal name the address.
                    bytes, e.getClass().getSimpleName());
        }
    }
}
