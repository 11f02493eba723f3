package io.carryon.gateway.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads any bytes as a MIME message (RFC 5322, 2045 to 2047, 2231). Written for mail as it is rather than as it should
 * be: missing boundaries, wrong encodings and cut-off ends yield what can be read, never an exception.
 */
public final class MimeParser {

    private static final int DEPTH_LIMIT = 32;
    private static final int PARTS_LIMIT = 1000;
    private static final int HEADERS_READ = 4000;
    private static final int LINE_READ = 1000;
    /** Mails inside that are encoded have to be copied to be read; nobody sends one in another in another. */
    private static final int COPIES_LIMIT = 2;

    private final byte[] bytes;
    private final int copies;
    private int parts;

    private MimeParser(byte[] bytes, int copies) {
        this.bytes = bytes;
        this.copies = copies;
    }

    /** The message and all its parts; they refer to these bytes, which must not be changed any more. */
    public static MimePart parse(byte[] bytes) {
        return new MimeParser(bytes, 0).message(0, bytes.length, 0);
    }

    private MimePart message(int from, int to, int depth) {
        return part(startOfHeaders(from, to), to, depth, "text/plain");
    }

    private MimePart part(int from, int to, int depth, String defaultType) {
        parts++;
        var body = startOfBody(from, to);
        var headers = Headers.read(bytes, from, Math.min(body.headersEnd(), to));
        var contentType = Parameters.parse(headers.raw("Content-Type").orElse(defaultType));
        if (!contentType.word().contains("/")) {
            contentType = new Parameters(
                    contentType.word().equals("text") ? "text/plain" : defaultType, contentType.values());
        }
        var disposition = Parameters.parse(headers.raw("Content-Disposition").orElse(""));
        List<MimePart> children = List.of();
        if (depth < DEPTH_LIMIT && contentType.word().startsWith("multipart/")) {
            children = children(contentType, body.start(), to, depth);
        }
        var content = children.isEmpty() ? new MimePart.Slice(bytes, body.start(), to) : MimePart.Slice.EMPTY;
        if (depth < DEPTH_LIMIT && MimePart.isMessage(contentType.word())) {
            children =
                    embedded(content, headers.raw("Content-Transfer-Encoding").orElse(""), depth);
        }
        return new MimePart(headers, contentType, disposition, content, children);
    }

    private List<MimePart> embedded(MimePart.Slice content, String encoding, int depth) {
        if (TransferEncoding.isIdentity(encoding)) {
            return List.of(message(content.from(), content.to(), depth + 1));
        }
        if (copies >= COPIES_LIMIT) {
            return List.of();
        }
        var decoded = TransferEncoding.decode(content, encoding);
        return List.of(new MimeParser(decoded, copies + 1).message(0, decoded.length, depth + 1));
    }

    private List<MimePart> children(Parameters contentType, int from, int to, int depth) {
        var boundary = contentType.value("boundary").map(String::stripTrailing).orElse("");
        if (boundary.isEmpty()) {
            return List.of();
        }
        var inner = contentType.word().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        var found = new ArrayList<MimePart>();
        var open = -1;
        for (var at = from; at < to; at = nextLine(at, to)) {
            var kind = delimiter(at, to, boundary);
            if (kind == Delimiter.NONE) {
                continue;
            }
            if (open >= 0 && parts < PARTS_LIMIT) {
                found.add(part(open, Math.max(open, beforeLineBreak(at)), depth + 1, inner));
            }
            open = kind == Delimiter.OPENING ? nextLine(at, to) : -1;
            if (kind == Delimiter.CLOSING) {
                return found;
            }
        }
        if (open >= 0 && open < to && parts < PARTS_LIMIT) {
            found.add(part(open, to, depth + 1, inner));
        }
        return found;
    }

    private enum Delimiter {
        NONE,
        OPENING,
        CLOSING
    }

    private Delimiter delimiter(int at, int to, String boundary) {
        if (at + 2 + boundary.length() > to || bytes[at] != '-' || bytes[at + 1] != '-') {
            return Delimiter.NONE;
        }
        for (var i = 0; i < boundary.length(); i++) {
            if ((bytes[at + 2 + i] & 0xFF) != boundary.charAt(i)) {
                return Delimiter.NONE;
            }
        }
        var behind = at + 2 + boundary.length();
        return switch (line(behind, lineEnd(behind, to)).strip()) {
            case "" -> Delimiter.OPENING;
            case "--" -> Delimiter.CLOSING;
            default -> Delimiter.NONE;
        };
    }

    private record Body(int headersEnd, int start) {}

    /** After the first empty line, or at the first line that can be no header where that line is missing. */
    private Body startOfBody(int from, int to) {
        var first = true;
        for (var at = from; at < to; at = nextLine(at, to)) {
            var end = lineEnd(at, to);
            if (end == at) {
                return new Body(at, nextLine(at, to));
            }
            var line = line(at, end);
            var folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (folded && line.isBlank() && !first) {
                continue;
            }
            if (!Headers.isField(line) && (first || !folded) && !fieldsFollow(nextLine(at, to), to)) {
                return new Body(at, at);
            }
            first = false;
        }
        return new Body(to, to);
    }

    /** Whether the header goes on behind a line that does not belong there: a field, and an empty line to end the block. */
    private boolean fieldsFollow(int from, int to) {
        var field = false;
        for (var at = from; at < to && at - from < HEADERS_READ; at = nextLine(at, to)) {
            var end = lineEnd(at, to);
            if (end == at) {
                return field;
            }
            field |= Headers.isField(new String(bytes, at, Math.min(end - at, 80), StandardCharsets.ISO_8859_1));
        }
        return false;
    }

    /** Past empty lines and the envelope line of an mbox file. */
    private int startOfHeaders(int from, int to) {
        var at = from;
        if (to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF) {
            at = from + 3;
        }
        for (var i = at; i < to && bytes[i] <= ' ' && bytes[i] >= 0; i++) {
            at = bytes[i] == '\n' || bytes[i] == '\r' ? i + 1 : at;
        }
        var line = line(at, Math.min(at + 5, to));
        if (line.equals("From ") || line.equals(">From")) {
            while (at < to && bytes[at] != '\n') {
                at++;
            }
            return Math.min(at + 1, to);
        }
        return at;
    }

    /** The beginning of a line: enough to tell what it is, however long it goes on. */
    private String line(int at, int end) {
        return new String(bytes, at, Math.min(end - at, LINE_READ), StandardCharsets.ISO_8859_1);
    }

    private int lineEnd(int at, int to) {
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    private int nextLine(int at, int to) {
        var end = lineEnd(at, to);
        if (end < to && bytes[end] == '\r' && end + 1 < to && bytes[end + 1] == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, to);
    }

    private int beforeLineBreak(int at) {
        if (at > 0 && bytes[at - 1] == '\n') {
            at--;
        }
        return at > 0 && bytes[at - 1] == '\r' ? at - 1 : at;
    }
}
