package io.carryon.gateway.email.mime;

import io.carryon.gateway.email.mime.MimePart.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** The encoding of files from before MIME: a line that begins them, lines of a length and its characters, a line to end. */
final class UuEncoding {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} .*");
    private static final int LINE_READ = 1000;

    private UuEncoding() {}

    /** What follows the line that begins a file; empty when there is none. */
    static Optional<Slice> begin(Slice body) {
        for (var at = body.from(); at < body.to(); at = lineEnd(body, at) + 1) {
            if (body.bytes()[at] == 'b' && BEGIN.matcher(line(body, at)).matches()) {
                var next = Math.min(body.to(), lineEnd(body, at) + 1);
                return Optional.of(new Slice(body.bytes(), next, body.to()));
            }
        }
        return Optional.empty();
    }

    /** Hands out the bytes of each line up to the one that ends the file. */
    static void lines(Slice body, IntConsumer taker) {
        for (var at = body.from(); at < body.to(); at = lineEnd(body, at) + 1) {
            var line = line(body, at);
            if (line.equals("end")) {
                return;
            }
            if (!line.isEmpty()) {
                line(line, taker);
            }
        }
    }

    private static void line(String line, IntConsumer taker) {
        var remaining = (line.charAt(0) - 32) & 63;
        for (var i = 1; i + 3 < line.length() && remaining > 0; i += 4) {
            var bits = 0;
            for (var k = 0; k < 4; k++) {
                bits = (bits << 6) | ((line.charAt(i + k) - 32) & 63);
            }
            for (var shift = 16; shift >= 0 && remaining > 0; shift -= 8, remaining--) {
                taker.accept(bits >> shift);
            }
        }
    }

    private static String line(Slice body, int at) {
        var end = lineEnd(body, at);
        // Blanks stand for zeros here, so nothing but the carriage return is taken off.
        var length = end > at && body.bytes()[end - 1] == '\r' ? end - at - 1 : end - at;
        return new String(body.bytes(), at, Math.min(length, LINE_READ), StandardCharsets.ISO_8859_1);
    }

    private static int lineEnd(Slice body, int from) {
        var at = from;
        while (at < body.to() && body.bytes()[at] != '\n') {
            at++;
        }
        return at;
    }
}
