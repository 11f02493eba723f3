package io.carryon.local.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends a customer's mail to the support address. */
record DemoMail(String host, int port, String supportAddress) {

    void send(DemoContact contact) throws IOException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", Integer.toString(port));
        String id = "<" + contact.key() + "@demo.example.com>";
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(settings)) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            message.setFrom(new InternetAddress(contact.email(), contact.name(), "UTF-8"));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(supportAddress));
            message.setSubject(contact.subject(), "UTF-8");
            message.setText(contact.text(), StandardCharsets.UTF_8.name());
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IOException("A mail of the demonstration could not be sent", e);
        }
    }
}
