package io.carryon.bench;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Somebody with a mail program and an account at the servers of {@code deploy/mailservers}. */
final class MailPerson {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "127.0.0.1";
    private static final int SMTP = 2525;
    private static final int IMAP = 1143;

    private final Session session;
    private final String account;
    private final String detail;

    MailPerson(String account) {
        this(account, "");
    }

    /** @param detail of the address, such as {@code +shoes}: another customer with the same account */
    MailPerson(String account, String detail) {
        this.account = account;
        this.detail = detail;
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", HOST);
        properties.setProperty("mail.smtp.port", Integer.toString(SMTP));
        session = Session.getInstance(properties);
    }

    String address() {
        return account + detail + "@test.local";
    }

    /** A mail of this person's that is not sent yet. */
    MimeMessage mail(String to, String subject, String text) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(address()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        return mail;
    }

    void sends(MimeMessage mail) throws MessagingException {
        Transport.send(mail);
    }

    void writes(String to, String subject, String text) throws MessagingException {
        sends(mail(to, subject, text));
    }

    /** Waits for a mail that says this; each is answered once. */
    MimeMessage receives(String saying) throws MessagingException, IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = unseen(saying);
            if (found != null) {
                return found;
            }
            Backoff.afterRefusal();
        }
        throw new IOException("%s received no mail that says \"%s\" within %s".formatted(account, saying, PATIENCE));
    }

    /** How many mails there are in the account's folders of these names. */
    int count(List<String> folders) throws MessagingException {
        try (var store = connect()) {
            var count = 0;
            for (var name : folders) {
                count += store.getFolder(name).getMessageCount();
            }
            return count;
        }
    }

    private MimeMessage unseen(String saying) throws MessagingException, IOException {
        try (var store = connect();
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            for (var message : inbox.getMessages()) {
                if (!message.isSet(Flags.Flag.SEEN)) {
                    var copy = copy(message);
                    if (MailWords.of(copy).contains(saying)) {
                        return copy;
                    }
                    message.setFlag(Flags.Flag.SEEN, false);
                }
            }
            return null;
        }
    }

    /** Of its own, for the connection ends. */
    private MimeMessage copy(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private Store connect() throws MessagingException {
        var store = session.getStore("imap");
        store.connect(HOST, IMAP, account, "secret");
        return store;
    }
}
