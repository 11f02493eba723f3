package io.carryon.gateway.email.mime;

import io.carryon.gateway.email.mime.MimePart.Slice;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Undoes a part's Content-Transfer-Encoding, leniently: broken input yields what could be read of it. Decodes twice, to
 * count and to fill an array of just that size: one that grows would hold a large file two times more.
 */
final class TransferEncoding {

    private static final int[] BASE64 = new int[256];

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

    /** Hands each byte that it reads to the taker. */
    @FunctionalInterface
    private interface Decoding {
        void run(Slice body, IntConsumer taker);
    }

    static byte[] decode(Slice body, String encoding) {
        return switch (word(encoding)) {
            case "base64" -> decoded(body, TransferEncoding::base64);
            case "quoted-printable" -> decoded(body, (encoded, taker) -> quotedPrintable(encoded, true, taker));
            case "x-uuencode", "uuencode", "x-uue", "uue" ->
                UuEncoding.begin(body)
                        .map(inner -> decoded(inner, UuEncoding::lines))
                        .orElseGet(() -> copy(body));
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

    static byte[] base64(byte[] content) {
        return decoded(whole(content), TransferEncoding::base64);
    }

    /** With {@code lines} an equals sign at the end of a line joins it to the next. */
    static byte[] quotedPrintable(byte[] content, boolean lines) {
        return decoded(whole(content), (encoded, taker) -> quotedPrintable(encoded, lines, taker));
    }

    private static String word(String encoding) {
        return encoding.strip().toLowerCase(Locale.ROOT);
    }

    private static Slice whole(byte[] content) {
        return new Slice(content, 0, content.length);
    }

    private static byte[] copy(Slice body) {
        return Arrays.copyOfRange(body.bytes(), body.from(), body.to());
    }

    private static byte[] decoded(Slice body, Decoding decoding) {
        var counted = new Filling(new byte[0]);
        decoding.run(body, counted);
        var filled = new Filling(new byte[counted.size]);
        decoding.run(body, filled);
        return filled.out;
    }

    /** Counts, and keeps as much as there is room for. */
    private static final class Filling implements IntConsumer {

        private final byte[] out;
        private int size;

        Filling(byte[] out) {
            this.out = out;
        }

        @Override
        public void accept(int value) {
            if (size < out.length) {
                out[size] = (byte) value;
            }
            size++;
        }
    }

    private static void base64(Slice body, IntConsumer taker) {
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
                    taker.accept(bits >> count);
                }
            }
        }
    }

    private static void quotedPrintable(Slice body, boolean lines, IntConsumer taker) {
        var at = body.from();
        while (at < body.to()) {
            var b = body.bytes()[at];
            if (b != '=') {
                taker.accept(b);
                at++;
                continue;
            }
            var high = digit(body, at + 1);
            var low = digit(body, at + 2);
            if (high >= 0 && low >= 0) {
                taker.accept(high * 16 + low);
                at += 3;
                continue;
            }
            var next = lines ? afterSoftBreak(body, at + 1) : -1;
            if (next < 0) {
                taker.accept('=');
                at++;
            } else {
                at = next;
            }
        }
    }

    private static int digit(Slice body, int at) {
        return at < body.to() ? Character.digit(body.bytes()[at], 16) : -1;
    }

    private static int afterSoftBreak(Slice body, int from) {
        var content = body.bytes();
        var at = from;
        while (at < body.to() && (content[at] == ' ' || content[at] == '\t')) {
            at++;
        }
        if (at == body.to()) {
            return at;
        }
        if (content[at] == '\r') {
            at++;
            return at < body.to() && content[at] == '\n' ? at + 1 : at;
        }
        return content[at] == '\n' ? at + 1 : -1;
    }
}
