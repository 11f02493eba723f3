package io.carryon.gateway.email;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.email.MailMessage.MailFile;
import io.carryon.gateway.email.mime.Addresses;
import io.carryon.gateway.email.mime.Addresses.Address;
import io.carryon.gateway.email.mime.Headers;
import io.carryon.gateway.email.mime.MimeParser;
import io.carryon.gateway.email.mime.MimePart;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a mail out of any bytes; never throws, what is missing is null or empty. */
public final class MimeReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>]*+)>");
    private static final Pattern ZONE_NAME = Pattern.compile(" ?\\([^)]*+\\)");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]++");
    private static final int DATE_READ = 100;
    /** Leaves room for what says the kind of file. */
    private static final int NAME_LIMIT = 200;

    public MailMessage read(byte[] bytes) {
        return read(MimeParser.parse(bytes));
    }

    /** Reads a mail that was taken apart, such as one inside another. */
    static MailMessage read(MimePart root) {
        var headers = root.headers();
        var body = MailBody.of(root);
        return new MailMessage(
                root,
                from(headers),
                addresses(headers, "To"),
                addresses(headers, "Cc"),
                headers.text("Subject").map(MimeReader::line).orElse(null),
                headers.rawAll("Message-ID").stream()
                        .flatMap(raw -> ids(raw).stream())
                        .findFirst()
                        .orElse(null),
                ids(headers.raw("In-Reply-To").orElse("")),
                ids(headers.raw("References").orElse("")),
                body.text(),
                body.firstText(),
                body.charset(),
                body.html(),
                files(body),
                date(headers.raw("Date").orElse("")));
    }

    private static Address from(Headers headers) {
        Address named = null;
        for (var field : List.of("From", "Sender", "Reply-To")) {
            for (var address : addresses(headers, field)) {
                if (address.address() != null) {
                    return named == null || named.name() == null || field.equals("From")
                            ? address
                            : new Address(named.name(), address.address());
                }
                named = named == null ? address : named;
            }
        }
        return named;
    }

    private static List<Address> addresses(Headers headers, String field) {
        return headers.rawAll(field).stream()
                .flatMap(raw -> Addresses.parse(raw).stream())
                .toList();
    }

    /** All ids in angle brackets; without any, the bare words that look like ids. */
    static List<String> ids(String raw) {
        var found = new ArrayList<String>();
        var ids = MESSAGE_ID.matcher(raw);
        while (ids.find()) {
            var id = line(ids.group(1));
            // Old programs put blanks and comments around the parts of an id; without an at sign it is a remark.
            if (!id.isEmpty() && (id.indexOf(' ') < 0 || id.indexOf('@') > 0)) {
                found.add(id);
            }
        }
        if (found.isEmpty()) {
            for (var word : raw.split("[\\s,<>]+")) {
                if (word.indexOf('@') > 0) {
                    found.add(word);
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<MailFile> files(MailBody body) {
        var shown = ContentIds.shownBy(body.html());
        var files = new ArrayList<MailFile>();
        for (var part : body.files()) {
            var inside = body.inside(part);
            for (var file : inside) {
                var inline = shown.contains(file.contentId());
                files.add(new MailFile(file.name(), file.mediaType(), file::content, inline, file.contentId()));
            }
            if (inside.isEmpty()) {
                files.add(file(part, shown));
            }
        }
        return files;
    }

    private static MailFile file(MimePart part, Set<String> shown) {
        var contentId = part.headers().raw("Content-ID").map(MimeReader::bare).orElse(null);
        var inline = !part.isDeclaredAttachment() && shown.contains(contentId);
        var name = part.fileName().orElseGet(() -> nameOf(part));
        return new MailFile(name, part.mediaType(), part::content, inline, contentId);
    }

    private static String nameOf(MimePart part) {
        if (!part.isEmbeddedMessage() || part.children().isEmpty()) {
            return null;
        }
        var subject = part.children()
                .getFirst()
                .headers()
                .text("Subject")
                .map(MimeReader::line)
                .filter(text -> !text.isEmpty());
        return Text.cut(subject.orElse("message"), NAME_LIMIT) + ".eml";
    }

    private static String bare(String raw) {
        var text = raw.strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }

    private static String line(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static Instant date(String raw) {
        try {
            var text = ZONE_NAME
                    .matcher(Text.cut(line(raw), DATE_READ))
                    .replaceAll("")
                    .strip();
            return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
