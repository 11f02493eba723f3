package io.carryon.journeys;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** A customer's mail program: sends by SMTP, reads its own mailbox by IMAP. */
final class MailClient {

    private final Carryon carryon;
    private final String address;
    private final Session session;

    MailClient(Carryon carryon, String address) {
        this.carryon = carryon;
        this.address = address;
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(carryon.port("smtp")));
        session = Session.getInstance(properties);
    }

    /** What a customer's mail program leaves of a mail in the answer to it. */
    enum Leaves {
        EVERYTHING,
        IN_REPLY_TO,
        REFERENCES,
        ADDRESS,
        NUMBER
    }

    /** Sends a mail to support; a reply when {@code answered} is given. */
    MimeMessage writes(String subject, String text, MimeMessage answered) throws MessagingException {
        return writes(subject, text, answered, Leaves.EVERYTHING);
    }

    /** Sends a mail to support, and a copy to somebody else. */
    void writesInCopy(String subject, String text, String copied) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(address));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("support@carryon.test"));
        mail.setRecipient(Message.RecipientType.CC, new InternetAddress(copied));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail, new InternetAddress[] {new InternetAddress("support@carryon.test")});
    }

    /** Answers with what the program leaves; the number stands in the subject, if anywhere. */
    MimeMessage writes(String subject, String text, MimeMessage answered, Leaves leaves) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(address));
        mail.setRecipient(
                Message.RecipientType.TO,
                answered == null || (leaves != Leaves.ADDRESS && leaves != Leaves.EVERYTHING)
                        ? new InternetAddress("support@carryon.test")
                        : (InternetAddress) answered.getReplyTo()[0]);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        if (answered != null && (leaves == Leaves.EVERYTHING || leaves == Leaves.IN_REPLY_TO)) {
            mail.setHeader("In-Reply-To", answered.getMessageID());
        }
        if (answered != null && (leaves == Leaves.EVERYTHING || leaves == Leaves.REFERENCES)) {
            mail.setHeader("References", answered.getHeader("References", " ") + " " + answered.getMessageID());
        }
        Transport.send(mail);
        return mail;
    }

    /** Waits for the newest mail in the customer's own mailbox. */
    MimeMessage receives() {
        return receives(1);
    }

    /** Waits until that many mails are in the customer's own mailbox, and reads the newest. */
    MimeMessage receives(int mails) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> newestOf(mails), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<MimeMessage> newestOf(int mails) throws MessagingException, IOException {
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", carryon.port("imap"), address, address);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return inbox.getMessageCount() < mails
                        ? Optional.empty()
                        : Optional.of(copy((MimeMessage) inbox.getMessage(inbox.getMessageCount())));
            }
        }
    }

    private MimeMessage copy(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** The text, of a mail that says it in HTML as well its plain part. */
    static String textOf(MimeMessage message) throws MessagingException, IOException {
        Object content = message.getContent();
        while (content instanceof MimeMultipart parts) {
            content = parts.getBodyPart(0).getContent();
        }
        return content instanceof String text
                ? text
                : new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
