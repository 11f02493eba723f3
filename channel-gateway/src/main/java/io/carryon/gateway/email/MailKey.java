package io.carryon.gateway.email;

import io.carryon.gateway.contact.ContactId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The id a mail has by its content, so that the same mail delivered twice is the same contact. */
final class MailKey {

    private MailKey() {}

    /** From Message-ID and body; without an id from everything but the trace that each delivery leaves. */
    static UUID of(String mailbox, MailMessage mail, byte[] raw) {
        var text = new String(raw, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var body = end < 0 ? text.substring(Math.max(0, text.indexOf("\n\n"))) : text.substring(end);
        if (mail.messageId() != null) {
            return ContactId.derive("em", mailbox, mail.messageId().strip(), folded(body));
        }
        var headers = new StringBuilder();
        for (var field : mail.headers().all()) {
            if (!isTrace(field.name().toLowerCase(Locale.ROOT))) {
                headers.append(field.name()).append(':').append(field.raw()).append('\n');
            }
        }
        return ContactId.derive("em", mailbox, "", folded(headers + body));
    }

    private static boolean isTrace(String name) {
        return name.equals("received")
                || name.equals("return-path")
                || name.equals("delivered-to")
                || name.startsWith("x-");
    }

    /** Line ends change on the way between servers; the content does not. */
    private static String folded(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
