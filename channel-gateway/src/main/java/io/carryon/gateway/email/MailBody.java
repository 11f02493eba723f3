package io.carryon.gateway.email;

import io.carryon.gateway.email.mime.MimePart;
import java.util.ArrayList;
import java.util.List;

/** Decides which parts of a mail are its text, which its HTML, and which are files. */
final class MailBody {

    private final List<MimePart> plain = new ArrayList<>();
    private final List<MimePart> rich = new ArrayList<>();
    private final List<MimePart> files = new ArrayList<>();
    /** Parts in reading order that stand for the text, one of each alternative. */
    private final List<MimePart> read = new ArrayList<>();

    private MailBody() {}

    static MailBody of(MimePart root) {
        var body = new MailBody();
        body.collect(root, false);
        return body;
    }

    private void collect(MimePart part, boolean alternative) {
        if (part.isMultipart()) {
            var isAlternative = part.mediaType().equals("multipart/alternative");
            for (var child : part.children()) {
                collect(child, alternative || isAlternative);
            }
        } else if (isBody(part)) {
            var html = part.mediaType().equals("text/html");
            (html ? rich : plain).add(part);
            if (!html || !alternative) {
                read.add(part);
            }
        } else {
            files.add(part);
        }
    }

    private static boolean isBody(MimePart part) {
        if (part.isDeclaredAttachment()) {
            return false;
        }
        if (part.mediaType().startsWith("multipart/")) {
            // A multipart that cannot be taken apart is shown as it stands.
            return !part.isEmpty();
        }
        return part.mediaType().equals("text/plain") || part.mediaType().equals("text/html");
    }

    String firstText() {
        return plain.isEmpty() ? withoutPlain() : unix(plain.getFirst().text());
    }

    String text() {
        if (plain.isEmpty()) {
            return withoutPlain();
        }
        var all = new StringBuilder();
        for (var part : read) {
            var text = part.mediaType().equals("text/html") ? HtmlText.of(part.text()) : unix(part.text());
            if (!text.isBlank()) {
                all.append(all.isEmpty() ? "" : "\n").append(text);
            }
        }
        return all.toString();
    }

    /** The HTML's words; where there is no HTML either, those of an invitation. */
    private String withoutPlain() {
        return rich.isEmpty()
                ? files.stream()
                        .filter(part -> part.mediaType().equals("text/calendar"))
                        .map(part -> Invitation.asText(part.text()))
                        .findFirst()
                        .orElse("")
                : htmlAsText();
    }

    private String htmlAsText() {
        var all = new StringBuilder();
        for (var part : rich) {
            all.append(all.isEmpty() ? "" : "\n").append(HtmlText.of(part.text()));
        }
        return all.toString();
    }

    /** The charset the first text part declares, or null. */
    String charset() {
        var first = plain.isEmpty() ? rich : plain;
        return first.isEmpty() ? null : first.getFirst().charset().orElse(null);
    }

    /** All HTML of the mail as it came, or null. */
    String html() {
        if (rich.isEmpty()) {
            return null;
        }
        var all = new StringBuilder();
        rich.forEach(part -> all.append(part.text()));
        return all.toString();
    }

    List<MimePart> files() {
        return files;
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
