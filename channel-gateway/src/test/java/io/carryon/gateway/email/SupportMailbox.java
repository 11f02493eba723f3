package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Tokens;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running gateway's mail as seen from outside: by customers, by staff, and by who consumes its contacts. */
public final class SupportMailbox {

    private SupportMailbox() {}

    /** Hands a mail to the mail server, as the sender's server would. */
    public static void deliver(String mail) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", setting("carryon.smtp.host"));
        properties.put("mail.smtp.port", setting("carryon.smtp.port"));
        properties.put("mail.smtp.from", "sender@example.org");
        var session = Session.getInstance(properties);
        var message = new MimeMessage(session, new ByteArrayInputStream(Mails.bytes(mail)));
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    message, new InternetAddress[] {new InternetAddress(setting("carryon.mail.address"))});
        }
    }

    /** The mails in a customer's own mailbox, each as its source. */
    public static List<String> mailsTo(String address) throws Exception {
        var properties = new Properties();
        properties.put("mail.imap.timeout", "10000");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect(setting("carryon.imap.host"), Integer.parseInt(setting("carryon.imap.port")), address, "any");
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                var texts = new ArrayList<String>();
                for (Message message : folder.getMessages()) {
                    var out = new ByteArrayOutputStream();
                    message.writeTo(out);
                    texts.add(out.toString(StandardCharsets.UTF_8));
                }
                return texts;
            }
        }
    }

    /** What the gateway noted of the mails whose Message-ID contains this, newest first. */
    static List<String> outcomesOf(String idPart) {
        var rows = given().auth()
                .oauth2(Tokens.of("supervisor"))
                .queryParam("limit", 100)
                .get("/v1/intake")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        return rows.stream()
                .filter(row -> String.valueOf(row.get("providerId")).contains(idPart))
                .map(row -> String.valueOf(row.get("outcome")))
                .toList();
    }

    /** The contacts published of the mails whose Message-ID contains this. */
    static List<JsonNode> contactsOf(String idPart) {
        return Line.allOf("contact.received").stream()
                .filter(event -> event.at("/thread/messageId").asText().contains(idPart))
                .toList();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
