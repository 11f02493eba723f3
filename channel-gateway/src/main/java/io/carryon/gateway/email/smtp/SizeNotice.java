package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.MailMessage;
import io.carryon.gateway.email.SupportAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** The automatic answer (RFC 3834) to a mail that is too large to be read. */
final class SizeNotice extends SMTPMessage {

    private static final String SUBJECT = "Your message is too large";
    private static final double MEGABYTE = 1_000_000;

    private SizeNotice(Session session) {
        super(session);
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail takes no other.
    static SizeNotice of(
            Session session, SupportAddress from, MailMessage mail, long bytes, MailConfig config, Instant now)
            throws MessagingException {
        var notice = new SizeNotice(session);
        notice.setFrom(ours(from));
        notice.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.fromAddress(), true));
        // Nothing comes back to it, not even a bounce.
        notice.setEnvelopeFrom("<>");
        notice.setHeader("Auto-Submitted", "auto-replied");
        notice.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.messageId() != null && OutgoingMail.isMessageId(mail.messageId())) {
            notice.setHeader("In-Reply-To", "<" + mail.messageId() + ">");
            notice.setHeader("References", "<" + mail.messageId() + ">");
        }
        // Not theirs: whoever forges a sender would have us carry their words.
        notice.setSubject(SUBJECT, "UTF-8");
        notice.setSentDate(Date.from(now));
        notice.setText(text(config, bytes), "UTF-8");
        notice.saveChanges();
        return notice;
    }

    private static InternetAddress ours(SupportAddress from) throws MessagingException {
        try {
            return new InternetAddress(from.address(), from.name(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("There is no UTF-8", e);
        }
    }

    private static String text(MailConfig config, long bytes) {
        return config.tooLargeNotice()
                .orElseThrow()
                .replace("{size}", megabytes(bytes))
                .replace("{limit}", megabytes(config.maxBytes()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
