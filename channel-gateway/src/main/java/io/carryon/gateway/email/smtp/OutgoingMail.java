package io.carryon.gateway.email.smtp;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Text;
import io.carryon.gateway.email.ReplyToken;
import io.carryon.gateway.email.SupportAddress;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A reply as a mail with exactly the headers that thread it in the customer's client. */
final class OutgoingMail extends SMTPMessage {

    private static final int REFERENCES_LIMIT = 20;
    private static final int HEADER_LIMIT = 500;
    private static final int PERMANENT = 500;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern MESSAGE_ID = Pattern.compile("[^\\s<>\\p{Cc}]{1,900}");

    private final String messageId;
    private final Map<String, String> notCopied = new LinkedHashMap<>();
    private volatile boolean contentBegun;

    private OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Throws AddressException when the customer's address is none; nothing of the reply can add a header. */
    @SuppressWarnings("JavaUtilDate") // Jakarta Mail takes no other.
    static OutgoingMail of(
            Session session, ReplyRequested reply, SupportAddress from, ReplyToken tokens, Archive archive, Instant now)
            throws MessagingException, IOException {
        var address = from.address();
        var domain = address.substring(address.lastIndexOf('@') + 1);
        var mail = new OutgoingMail(session, tokens.messageId(reply.replyId(), reply.issueId(), domain));
        mail.setFrom(new InternetAddress(address, line(reply.author().name()) + " via " + line(from.name()), "UTF-8"));
        var answers = from.replyTo().orElse(address);
        var answersTo = from.takesDetails() ? tokens.replyAddress(reply.issueId(), answers) : answers;
        if (!answersTo.equals(address)) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(answersTo, true)});
        }
        mail.setRecipient(Message.RecipientType.TO, recipient(reply.to()));
        for (var copied : reply.cc()) {
            mail.copy(copied);
        }
        mail.setEnvelopeFrom(tokens.returnPath(reply.replyId(), address));
        mail.setSubject(subject(reply), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.thread(reply.thread());
        mail.setContent(reply.attachments().isEmpty() ? letter(reply) : withFiles(reply, archive));
        mail.saveChanges();
        return mail;
    }

    /** The text, and the same as HTML: the last is what programs prefer (RFC 2046, 5.1.4). */
    private static MimeMultipart letter(ReplyRequested reply) throws MessagingException {
        var text = LetterText.of(reply);
        var language = reply.frame() == null ? null : reply.frame().language();
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(text.replace("\n", "\r\n"), "plain"));
        both.addBodyPart(part(LetterHtml.of(text, language).replace("\n", "\r\n"), "html"));
        return both;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", type);
        part.setHeader("Content-Type", "text/" + type + "; charset=UTF-8");
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeMultipart withFiles(ReplyRequested reply, Archive archive) throws MessagingException {
        var letter = new MimeBodyPart();
        letter.setContent(letter(reply));
        var all = new MimeMultipart(letter);
        for (var attached : reply.attachments()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ArchivedFile(archive, attached)));
            part.setFileName(attached.name());
            part.setDisposition(Part.ATTACHMENT);
            // Said here, or the whole file would be read to find out.
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        return all;
    }

    /** A copy that cannot be addressed holds up nobody's answer. */
    private void copy(ReplyRequested.Recipient to) throws MessagingException, IOException {
        try {
            addRecipient(Message.RecipientType.CC, recipient(to));
        } catch (AddressException e) {
            notCopied.put(to.value(), e.getMessage());
        }
    }

    /**
     * Hands it to the server; without the copies that the server refuses, when it takes the customer's.
     *
     * @param isPatient whether a copy that the server only puts off is waited for
     * @throws NotDelivered when it is, and then nobody was sent anything
     */
    void sendOver(Transport transport, boolean isPatient) throws MessagingException {
        var recipients = getAllRecipients();
        try {
            transport.sendMessage(this, recipients);
        } catch (SendFailedException e) {
            var refused = refusedCopies(e);
            if (contentBegun || refused.isEmpty()) {
                throw e;
            }
            if (isPatient && isPutOff(e)) {
                throw new NotDelivered("The mail server puts off a copy: " + String.join("; ", refused.values()), e);
            }
            notCopied.putAll(refused);
            transport.sendMessage(
                    this,
                    Stream.of(recipients)
                            .filter(recipient -> !refused.containsKey(((InternetAddress) recipient).getAddress()))
                            .toArray(Address[]::new));
        }
    }

    private static boolean isPutOff(SendFailedException failure) {
        for (var next = failure.getNextException();
                next instanceof SMTPAddressFailedException address;
                next = address.getNextException()) {
            if (address.getReturnCode() < PERMANENT) {
                return true;
            }
        }
        return false;
    }

    /** What the server said to each copy it refused; empty when it refused anything else. */
    private Map<String, String> refusedCopies(SendFailedException failure) throws MessagingException {
        var customer = ((InternetAddress) getRecipients(Message.RecipientType.TO)[0]).getAddress();
        var refused = new LinkedHashMap<String, String>();
        for (var next = failure.getNextException();
                next instanceof SMTPAddressFailedException address;
                next = address.getNextException()) {
            refused.put(address.getAddress().getAddress(), String.valueOf(address.getMessage()));
        }
        return refused.containsKey(customer) ? Map.of() : refused;
    }

    /** Whom it did not go to in copy, and why. */
    Map<String, String> notCopied() {
        return notCopied;
    }

    private static InternetAddress recipient(ReplyRequested.Recipient to) throws MessagingException, IOException {
        var value = to.value();
        if (UNPRINTABLE.matcher(value).find()) {
            throw new AddressException("The address has control characters in it");
        }
        var address = new InternetAddress(value, true);
        if (to.name() != null) {
            address.setPersonal(line(to.name()), "UTF-8");
        }
        return address;
    }

    private static String subject(ReplyRequested reply) {
        var subject = line(reply.subject() == null ? "" : reply.subject());
        var answered = subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
        return answered.contains(reply.ticketNumber())
                ? answered.strip()
                : (answered.strip() + " [#" + reply.ticketNumber() + "]");
    }

    private void thread(ReplyRequested.Answered thread) throws MessagingException {
        if (thread == null) {
            return;
        }
        var chain = new ArrayList<>(ids(thread.references()));
        for (var answered : ids(thread.inReplyTo() == null ? List.of() : List.of(thread.inReplyTo()))) {
            setHeader("In-Reply-To", answered);
            chain.remove(answered);
            chain.add(answered);
        }
        if (!chain.isEmpty()) {
            setHeader("References", String.join("\r\n ", firstAndLast(chain)));
        }
    }

    private static List<String> ids(List<String> given) {
        return given.stream()
                .map(id -> id.replaceAll("^<|>$", ""))
                .filter(OutgoingMail::isMessageId)
                .map(id -> "<" + id + ">")
                .distinct()
                .toList();
    }

    /** Whether it can stand in a header as it is, without its angle brackets. */
    static boolean isMessageId(String id) {
        return MESSAGE_ID.matcher(id).matches();
    }

    private static List<String> firstAndLast(List<String> chain) {
        if (chain.size() <= REFERENCES_LIMIT) {
            return chain;
        }
        var kept = new ArrayList<>(chain.subList(0, 1));
        kept.addAll(chain.subList(chain.size() - REFERENCES_LIMIT + 1, chain.size()));
        return kept;
    }

    /** One line, whatever was given: a line break here would be a header of the writer's choice. */
    static String line(String text) {
        return Text.cut(UNPRINTABLE.matcher(text).replaceAll(" ").strip(), HEADER_LIMIT);
    }

    String messageId() {
        return messageId;
    }

    /** Whether the server was sent any of the content: before that it certainly has not taken the mail. */
    boolean isContentBegun() {
        return contentBegun;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        contentBegun = true;
        super.writeTo(out, ignored);
    }
}
