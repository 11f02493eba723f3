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

    private final byte[] bytes;
    private int parts;

    private MimeParser(byte[] bytes) {
        this.bytes = bytes;
    }

    public static MimePart parse(byte[] bytes) {
        return new MimeParser(bytes).part(startOfHeaders(bytes), bytes.length, 0, "text/plain");
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
        var encoding = headers.raw("Content-Transfer-Encoding").orElse("");
        var content = children.isEmpty()
                ? TransferEncoding.decode(java.util.Arrays.copyOfRange(bytes, body.start(), to), encoding)
                : new byte[0];
        if (depth < DEPTH_LIMIT && contentType.word().equals("message/rfc822")) {
            children = List.of(
                    new MimeParser(content).part(startOfHeaders(content), content.length, depth + 1, "text/plain"));
        }
        return new MimePart(headers, contentType, disposition, content, children);
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
        var rest = new String(
                        bytes,
                        at + 2 + boundary.length(),
                        lineEnd(at, to) - at - 2 - boundary.length(),
                        StandardCharsets.ISO_8859_1)
                .strip();
        return switch (rest) {
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
            var line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
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
    private static int startOfHeaders(byte[] bytes) {
        var at = 0;
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
        for (var i = at; i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0; i++) {
            at = bytes[i] == '\n' || bytes[i] == '\r' ? i + 1 : at;
        }
        var line = new String(bytes, at, Math.min(5, bytes.length - at), StandardCharsets.ISO_8859_1);
        if (line.equals("From ") || line.equals(">From")) {
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            return Math.min(at + 1, bytes.length);
        }
        return at;
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
