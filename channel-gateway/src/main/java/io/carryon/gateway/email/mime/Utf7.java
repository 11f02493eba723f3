package io.carryon.gateway.email.mime;

import java.nio.charset.StandardCharsets;

/** RFC 2152, which Java has no charset for. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        var in = new String(bytes, StandardCharsets.ISO_8859_1);
        var text = new StringBuilder(in.length());
        var at = 0;
        while (at < in.length()) {
            var c = in.charAt(at++);
            if (c != '+') {
                text.append(c);
                continue;
            }
            var end = at;
            while (end < in.length() && isBase64(in.charAt(end))) {
                end++;
            }
            if (end == at) {
                text.append('+');
            } else {
                var shifted = TransferEncoding.base64(in.substring(at, end).getBytes(StandardCharsets.ISO_8859_1));
                text.append(new String(shifted, 0, shifted.length & ~1, StandardCharsets.UTF_16BE));
            }
            at = end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
        }
        return text.toString();
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
