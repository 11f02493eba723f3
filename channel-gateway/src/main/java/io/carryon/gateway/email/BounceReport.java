package io.carryon.gateway.email;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.email.mime.MimeParser;
import io.carryon.gateway.email.mime.MimePart;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a delivery report (RFC 3464) says: which reply of ours it is about, and why that did not arrive. */
final class BounceReport {

    private static final Pattern FIELD =
            Pattern.compile("(?im)^(Final-Recipient|Action|Status|Diagnostic-Code):\\s*(.+(?:\\r?\\n[ \\t].+)*)");
    private static final Pattern MISSING = Pattern.compile("(?im)^Status:\\s*5\\.1\\.1\\b");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Original|Final)-Recipient:\\s*rfc822\\s*;\\s*<?([^\\s<>;]{1,320})>?\\s*$");
    /** Fields of each recipient by itself (RFC 3464, 2.1). */
    private static final Pattern RECIPIENTS = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");

    private static final int REASON_LIMIT = 500;
    private static final int STATUS_READ = 10_000;

    private BounceReport() {}

    /** The reply it names, by the original's Message-ID or by the address it came back to. */
    static Optional<UUID> replyOf(MailMessage mail, ReplyToken tokens) {
        var byOriginal = originals(mail.root())
                .flatMap(original -> original.headers().raw("Message-ID").stream())
                .flatMap(raw -> MimeReader.ids(raw).stream());
        var byThread = Stream.concat(mail.inReplyTo().stream(), mail.references().stream());
        return Stream.concat(byOriginal, byThread)
                .flatMap(id -> tokens.read(id).stream())
                .map(ReplyToken.Named::replyId)
                .findFirst()
                .or(() -> byReturnPath(mail, tokens));
    }

    /** False for a report that delivery is only late. */
    static boolean isFinal(MailMessage mail) {
        return status(mail)
                .map(text -> !text.toLowerCase(Locale.ROOT).contains("action: delayed"))
                .orElse(true);
    }

    /** Status and diagnosis in one line. */
    static String reason(MailMessage mail) {
        var found = new StringBuilder();
        FIELD.matcher(status(mail).orElse(""))
                .results()
                .forEach(field -> found.append(found.isEmpty() ? "" : "; ")
                        .append(field.group(1))
                        .append(": ")
                        .append(field.group(2).replaceAll("\\s+", " ").strip()));
        if (found.isEmpty()) {
            found.append(mail.subject() == null ? "Returned without a reason" : mail.subject());
        }
        return Text.cut(Text.clean(found.toString()), REASON_LIMIT);
    }

    /** The address that the report says does not exist (5.1.1, RFC 3463). */
    static Optional<String> missingAddress(MailMessage mail) {
        return RECIPIENTS
                .splitAsStream(status(mail).orElse(""))
                .filter(recipient -> MISSING.matcher(recipient).find())
                .flatMap(recipient -> RECIPIENT.matcher(recipient).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<String> status(MailMessage mail) {
        return mail.root()
                .walk()
                .filter(part -> part.mediaType().equals("message/delivery-status"))
                .map(part -> Text.cut(part.text(), STATUS_READ))
                .findFirst();
    }

    private static Stream<MimePart> originals(MimePart root) {
        var embedded = root.walk().filter(MimePart::isEmbeddedMessage).flatMap(part -> part.children().stream());
        var headersOnly = root.walk()
                .filter(part -> part.mediaType().equals("text/rfc822-headers"))
                .map(part -> MimeParser.parse(part.content()));
        return Stream.concat(embedded, headersOnly);
    }

    private static Optional<UUID> byReturnPath(MailMessage mail, ReplyToken tokens) {
        return mail.recipients()
                .flatMap(address -> tokens.readReturnPath(address).stream())
                .findFirst();
    }
}
