package io.carryon.gateway.email.smtp;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.ReplyToken;
import io.carryon.gateway.email.loop.ReplyRecipients;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Takes a reply out by SMTP and tells apart what was refused, what may be tried again, and what is not known. */
@ApplicationScoped
public class MailSender implements ReplyChannel {

    private final SmtpServers servers;
    private final Mailboxes mailboxes;
    private final ReplyToken tokens;
    private final Archive archive;
    private final NoSuchAddresses missing;
    private final BiConsumer<UUID, Collection<String>> recipients;
    private final Clock clock;

    @Inject
    MailSender(
            SmtpServers servers,
            Mailboxes mailboxes,
            ReplyToken tokens,
            Archive archive,
            NoSuchAddresses missing,
            ReplyRecipients recipients,
            Clock clock) {
        this(servers, mailboxes, tokens, archive, missing, recipients::sent, clock);
    }

    /** {@code recipients} is told whom a reply is about to go to. */
    MailSender(
            SmtpServers servers,
            Mailboxes mailboxes,
            ReplyToken tokens,
            Archive archive,
            NoSuchAddresses missing,
            BiConsumer<UUID, Collection<String>> recipients,
            Clock clock) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.tokens = tokens;
        this.archive = archive;
        this.missing = missing;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover handover) {
        if (mailboxes.isOurs(reply.to().value())) {
            return DeliveryReceipt.failed("The address %s is one of our own mailboxes, where it would be a new contact"
                    .formatted(reply.to().value()));
        }
        var server = servers.of(reply.connection());
        OutgoingMail message;
        try {
            var wrong = wrongFile(reply);
            if (wrong.isPresent()) {
                return DeliveryReceipt.failed("The file %s is not kept any more, or has another size; upload it again"
                        .formatted(wrong.get()));
            }
            message = OutgoingMail.of(
                    server.session(),
                    copiedOut(reply),
                    mailboxes.of(reply.connection()),
                    tokens,
                    archive,
                    Instant.now(clock));
        } catch (ArchiveUnavailable e) {
            throw new NotDelivered("The archive of files is away", e);
        } catch (AddressException e) {
            return DeliveryReceipt.failed("The address %s cannot be written to: %s"
                    .formatted(reply.to().value(), e.getMessage()));
        } catch (MessagingException | IOException e) {
            return DeliveryReceipt.failed("The mail could not be composed: " + e.getMessage());
        }
        recipients.accept(reply.replyId(), addresses(reply));
        return send(server, message, isPatient(reply), handover);
    }

    private static List<String> addresses(ReplyRequested reply) {
        return Stream.concat(Stream.of(reply.to()), reply.cc().stream())
                .map(ReplyRequested.Recipient::value)
                .toList();
    }

    /** A copy to ourselves would come back as a loop. */
    private ReplyRequested copiedOut(ReplyRequested reply) {
        return reply.copiedTo(copied -> !mailboxes.isOurs(copied.value()));
    }

    /** Whoever asked for the reply was told how much its files may have together, by the sizes they named. */
    private Optional<String> wrongFile(ReplyRequested reply) {
        return reply.attachments().stream()
                .filter(file -> archive.size(file.sha256()).orElse(-1) != file.size())
                .map(ReplyRequested.AttachedFile::name)
                .findFirst();
    }

    /** A greylisted copy is taken soon after; a mailbox that is full may stay so, and the customer waits for the answer. */
    private boolean isPatient(ReplyRequested reply) {
        var patience = mailboxes.wayOut(reply.connection()).copyPatience();
        return reply.requestedAt() != null
                && Instant.now(clock).isBefore(reply.requestedAt().plus(patience));
    }

    private DeliveryReceipt send(SmtpServer server, OutgoingMail message, boolean isPatient, Handover handover) {
        var isTaken = false;
        try (var conversation = server.connect()) {
            handover.begin();
            message.sendOver(conversation.transport(), isPatient);
            isTaken = true;
        } catch (AuthenticationFailedException e) {
            throw new NotDelivered("The mail server does not accept our sign-in", e);
        } catch (MessagingException e) {
            missing.in(e);
            // What goes wrong after the server took the mail, at saying goodbye, changes nothing.
            if (!isTaken) {
                return judge(message, e);
            }
        }
        return message.notCopied().isEmpty()
                ? DeliveryReceipt.sent(message.messageId())
                : DeliveryReceipt.sentInPart(
                        message.messageId(), "It went out, but not in copy to: " + message.notCopied());
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
}
