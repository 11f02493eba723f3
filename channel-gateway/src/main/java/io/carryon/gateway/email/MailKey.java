package io.carryon.gateway.email;

import io.carryon.gateway.contact.ContactId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** The id a mail has by its content, so that the same mail delivered twice is the same contact. */
final class MailKey {

    private MailKey() {}

    /** From Message-ID and body; without an id from everything but the trace that each delivery leaves. */
    static UUID of(String mailbox, MailMessage mail, byte[] raw) {
        var content = ContactId.sha256();
        if (mail.messageId() == null) {
            digestHeaders(mail, content);
        }
        digestFolded(raw, startOfBody(raw), content);
        var messageId = mail.messageId() == null ? "" : mail.messageId().strip();
        return ContactId.derive("em", mailbox, messageId, HexFormat.of().formatHex(content.digest()));
    }

    private static void digestHeaders(MailMessage mail, MessageDigest content) {
        for (var field : mail.headers().all()) {
            if (!isTrace(field.name().toLowerCase(Locale.ROOT))) {
                content.update((field.name() + ':' + field.raw() + '\n').getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static boolean isTrace(String name) {
        return name.equals("received")
                || name.equals("return-path")
                || name.equals("delivered-to")
                || name.startsWith("x-");
    }

    /** At the first empty line; where there is none, at the first byte. */
    private static int startOfBody(byte[] raw) {
        for (var at = 0; at + 1 < raw.length; at++) {
            if (raw[at] == '\n' && (raw[at + 1] == '\n' || isLineEnd(raw, at + 1))) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Line ends change on the way between servers, and so do blanks around the whole; the content does not. */
    private static void digestFolded(byte[] raw, int start, MessageDigest content) {
        var from = start;
        var to = raw.length;
        while (from < to && isBlank(raw[from])) {
            from++;
        }
        while (to > from && isBlank(raw[to - 1])) {
            to--;
        }
        var pending = from;
        for (var at = from; at < to; at++) {
            if (isLineEnd(raw, at)) {
                content.update(raw, pending, at - pending);
                pending = at + 1;
            }
        }
        content.update(raw, pending, to - pending);
    }

    private static boolean isLineEnd(byte[] raw, int at) {
        return raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}
