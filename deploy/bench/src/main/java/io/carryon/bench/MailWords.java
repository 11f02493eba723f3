package io.carryon.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** What a mail says as plain text, as a mail program without HTML shows it. */
final class MailWords {

    private MailWords() {}

    static String of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (!(part.getContent() instanceof Multipart parts)) {
            return "";
        }
        var words = new StringBuilder();
        for (var i = 0; i < parts.getCount(); i++) {
            words.append(of(parts.getBodyPart(i)));
        }
        return words.toString();
    }
}
