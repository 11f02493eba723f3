package io.carryon.gateway.email.smtp;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.email.MailConfig;
import io.carryon.gateway.email.ReplyToken;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Takes a reply out by SMTP and tells apart what was refused, what may be tried again, and what is not known. */
@ApplicationScoped
public class MailSender implements ReplyChannel {

    private final SmtpConfig smtp;
    private final MailConfig mail;
    private final ReplyToken tokens;
    private final Clock clock;
    private final Session session;

    MailSender(SmtpConfig smtp, MailConfig mail, ReplyToken tokens, Clock clock) {
        this.smtp = smtp;
        this.mail = mail;
        this.tokens = tokens;
        this.clock = clock;
        this.session = Session.getInstance(properties(smtp));
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover handover) {
        OutgoingMail message;
        try {
            message = OutgoingMail.of(session, reply, mail, tokens, Instant.now(clock));
        } catch (AddressException e) {
            return DeliveryReceipt.failed("The address %s cannot be written to: %s"
                    .formatted(reply.to().value(), e.getMessage()));
        } catch (MessagingException | IOException e) {
            return DeliveryReceipt.failed("The mail could not be composed: " + e.getMessage());
        }
        return send(message, handover);
    }

    private DeliveryReceipt send(OutgoingMail message, Handover handover) {
        var isTaken = false;
        try (var transport = session.getTransport()) {
            transport.connect(
                    smtp.host(),
                    smtp.port(),
                    smtp.user().orElse(null),
                    smtp.password().orElse(null));
            handover.begin();
            transport.sendMessage(message, message.getAllRecipients());
            isTaken = true;
        } catch (AuthenticationFailedException e) {
            throw new NotDelivered("The mail server does not accept our sign-in", e);
        } catch (MessagingException e) {
            // What goes wrong after the server took the mail, at saying goodbye, changes nothing.
            if (!isTaken) {
                return judge(message, e);
            }
        }
        return DeliveryReceipt.sent(message.messageId());
    }

    private static DeliveryReceipt judge(OutgoingMail message, MessagingException failure) {
        var code = replyCode(failure);
        if (code >= 500) {
            return DeliveryReceipt.failed("The mail server refused it: " + said(failure));
        }
        if (code >= 400 || !message.isContentBegun()) {
            throw new NotDelivered("The mail server did not take it: " + said(failure), failure);
        }
        return DeliveryReceipt.unknown(
                "The connection broke before the mail server answered: " + said(failure), message.messageId());
    }

    /** The SMTP reply that decided, or 0 when the server said nothing. */
    private static int replyCode(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            var code = switch (e) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException sent when sent.getNextException() == null -> sent.getReturnCode();
                default -> 0;
            };
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    private static String said(MessagingException failure) {
        var deepest = failure;
        while (deepest.getNextException() instanceof MessagingException next) {
            deepest = next;
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
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
