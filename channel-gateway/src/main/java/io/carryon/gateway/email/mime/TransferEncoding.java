package io.carryon.gateway.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Undoes a part's Content-Transfer-Encoding, leniently: broken input yields what could be read of it. */
final class TransferEncoding {

    private static final int[] BASE64 = new int[256];
    private static final Pattern UU_BEGIN = Pattern.compile("(?m)^begin [0-7]{3,4} .*$");

    static {
        Arrays.fill(BASE64, -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < alphabet.length(); i++) {
            BASE64[alphabet.charAt(i)] = i;
        }
        BASE64['-'] = 62;
        BASE64['_'] = 63;
    }

    private TransferEncoding() {}

    static byte[] decode(MimePart.Slice body, String encoding) {
        return switch (word(encoding)) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quotedPrintable(copy(body), true);
            case "x-uuencode", "uuencode", "x-uue", "uue" -> uu(copy(body));
            default -> copy(body);
        };
    }

    /** Whether the bytes stand for themselves. */
    static boolean isIdentity(String encoding) {
        return switch (word(encoding)) {
            case "base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue", "uue" -> false;
            default -> true;
        };
    }

    private static String word(String encoding) {
        return encoding.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] copy(MimePart.Slice body) {
        return Arrays.copyOfRange(body.bytes(), body.from(), body.to());
    }

    static byte[] base64(byte[] content) {
        return base64(new MimePart.Slice(content, 0, content.length));
    }

    private static byte[] base64(MimePart.Slice body) {
        var out = new byte[(int) (body.length() * 3L / 4 + 3)];
        var size = 0;
        var bits = 0;
        var count = 0;
        for (var i = body.from(); i < body.to(); i++) {
            var b = body.bytes()[i];
            var value = BASE64[b & 0xFF];
            if (b == '=') {
                // Padding ends a group; some senders encode piece by piece and go on after it.
                count = 0;
                bits = 0;
            } else if (value >= 0) {
                bits = (bits << 6) | value;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    out[size++] = (byte) (bits >> count);
                }
            }
        }
        return Arrays.copyOf(out, size);
    }

    static byte[] quotedPrintable(byte[] content, boolean lines) {
        var out = new ByteArrayOutputStream(content.length);
        var at = 0;
        while (at < content.length) {
            var b = content[at];
            if (b != '=') {
                out.write(b);
                at++;
                continue;
            }
            var high = at + 1 < content.length ? Character.digit(content[at + 1], 16) : -1;
            var low = at + 2 < content.length ? Character.digit(content[at + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                at += 3;
                continue;
            }
            var next = lines ? afterSoftBreak(content, at + 1) : -1;
            if (next < 0) {
                out.write('=');
                at++;
            } else {
                at = next;
            }
        }
        return out.toByteArray();
    }

    private static int afterSoftBreak(byte[] content, int from) {
        var at = from;
        while (at < content.length && (content[at] == ' ' || content[at] == '\t')) {
            at++;
        }
        if (at == content.length) {
            return at;
        }
        if (content[at] == '\r') {
            at++;
            return at < content.length && content[at] == '\n' ? at + 1 : at;
        }
        return content[at] == '\n' ? at + 1 : -1;
    }

    private static byte[] uu(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var begin = UU_BEGIN.matcher(text);
        if (!begin.find()) {
            return content;
        }
        var out = new ByteArrayOutputStream();
        for (var line : text.substring(begin.end()).split("\r?\n")) {
            if (line.equals("end")) {
                break;
            }
            if (!line.isEmpty()) {
                uuLine(line, out);
            }
        }
        return out.toByteArray();
    }

    private static void uuLine(String line, ByteArrayOutputStream out) {
        var remaining = (line.charAt(0) - 32) & 63;
        for (var i = 1; i + 3 < line.length() && remaining > 0; i += 4) {
            var bits = 0;
            for (var k = 0; k < 4; k++) {
                bits = (bits << 6) | ((line.charAt(i + k) - 32) & 63);
            }
            for (var shift = 16; shift >= 0 && remaining > 0; shift -= 8, remaining--) {
                out.write((bits >> shift) & 0xFF);
            }
        }
    }
}
