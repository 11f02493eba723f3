package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.SupportAddress;
import io.carryon.gateway.email.loop.AutomaticMailGuard;
import io.carryon.gateway.portal.HelpConfig;
import io.carryon.gateway.portal.LinkMail;
import io.carryon.gateway.portal.LinkMails;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jboss.logging.Logger;

/**
 * Takes links out to customers' addresses: one not known to be theirs is written to once. Nobody waits for it, so that how
 * long it takes tells nothing of an address.
 */
@ApplicationScoped
class LinkNotices implements LinkMails {

    private static final Logger LOG = Logger.getLogger(LinkNotices.class);

    private final SmtpServers servers;
    private final Mailboxes mailboxes;
    private final SizeNotices.Admission guard;
    private final NoSuchAddresses missing;
    private final Duration pause;
    private final Clock clock;
    private final Executor executor;

    @Inject
    LinkNotices(
            SmtpServers servers,
            Mailboxes mailboxes,
            AutomaticMailGuard guard,
            NoSuchAddresses missing,
            HelpConfig config,
            Clock clock) {
        this(servers, mailboxes, guard::admits, missing, config.mailPause(), clock, Thread::startVirtualThread);
    }

    LinkNotices(
            SmtpServers servers,
            Mailboxes mailboxes,
            SizeNotices.Admission guard,
            NoSuchAddresses missing,
            Duration pause,
            Clock clock,
            Executor executor) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.guard = guard;
        this.missing = missing;
        this.pause = pause;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void send(LinkMail mail, Supplier<LinkMail.Letter> letter) {
        executor.execute(() -> sendIfAdmitted(mail, letter));
    }

    private void sendIfAdmitted(LinkMail mail, Supplier<LinkMail.Letter> letter) {
        try {
            var kind = "link-" + mail.kind().name().toLowerCase(Locale.ROOT);
            if (mailboxes.isOurs(mail.to()) || !guard.admits(kind, mail.to(), mail.isProved(), pause)) {
                return;
            }
            var connection = mailboxes.main().connection();
            var server = servers.of(connection);
            try (var conversation = server.connect()) {
                var message = message(server.session(), mail.to(), letter.get());
                conversation.transport().sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            missing.in(e);
            // A server's words of refusal name the address.
            LOG.warnf("A mail with a link did not leave: %s", e.getClass().getSimpleName());
        } catch (StorageException e) {
            LOG.warnf("A mail with a link did not leave, for it is not known whether it may: %s", e.getMessage());
        }
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail takes no other.
    private SMTPMessage message(Session session, String to, LinkMail.Letter letter) throws MessagingException {
        var message = new SMTPMessage(session);
        message.setFrom(ours(mailboxes.main()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        // Nothing comes back to it, not even a bounce.
        message.setEnvelopeFrom("<>");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(Instant.now(clock)));
        message.setText(letter.text(), "UTF-8");
        message.saveChanges();
        return message;
    }

    private static InternetAddress ours(SupportAddress from) throws MessagingException {
        try {
            return new InternetAddress(from.address(), from.name(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("There is no UTF-8", e);
        }
    }
}
