package io.carryon.gateway.email;

import io.carryon.gateway.email.mime.MimePart;
import io.carryon.gateway.email.tnef.TnefContents;
import io.carryon.gateway.email.tnef.TnefContents.TnefFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which parts of a mail are its text, which its HTML, and which are files. */
final class MailBody {

    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final List<MimePart> plain = new ArrayList<>();
    private final List<MimePart> rich = new ArrayList<>();
    private final List<MimePart> files = new ArrayList<>();
    /** Parts in reading order that stand for the text, one of each alternative. */
    private final List<MimePart> read = new ArrayList<>();

    private final Map<MimePart, TnefContents> unpacked = new IdentityHashMap<>();
    private int unpackedBytes;

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
            unpack(part);
        }
    }

    /** What all such files of a mail unpack to is in memory at once, so it is bounded for all of them together. */
    private void unpack(MimePart part) {
        var room = TnefContents.BYTES_LIMIT - unpackedBytes;
        if (TNEF.contains(part.mediaType()) && part.body().length() <= room) {
            TnefContents.of(part.content()).ifPresent(contents -> {
                unpacked.put(part, contents);
                unpackedBytes += part.body().length();
            });
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

    /** The HTML's words; where there is no HTML either, those of an invitation or of Outlook's wrapping. */
    private String withoutPlain() {
        if (!rich.isEmpty()) {
            return htmlAsText();
        }
        var invitations = files.stream()
                .filter(part -> part.mediaType().equals("text/calendar"))
                .map(part -> Invitation.asText(part.text()));
        var wrapped = unpacked.values().stream().map(contents -> unix(contents.text()));
        return Stream.concat(invitations, wrapped)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
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

    /** The files inside one of the files; empty for one that is not, or cannot be, unpacked. */
    List<TnefFile> inside(MimePart file) {
        return unpacked.containsKey(file) ? unpacked.get(file).files() : List.of();
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
