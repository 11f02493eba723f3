package io.carryon.gateway.email.hook;

import io.carryon.gateway.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A form's fields by their names, the first of each; a mail in one is bytes, and they stay as they are. */
final class Form {

    private static final int FIELDS_LIMIT = 1_000;
    private static final int HEAD_LIMIT = 8_192;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^\\s;]+))");

    private final Map<String, byte[]> fields = new HashMap<>();

    /** Reads {@code multipart/form-data} and {@code application/x-www-form-urlencoded}; anything else is a problem. */
    static Form of(Posted posted) {
        var form = new Form();
        var type = posted.header("Content-Type");
        var boundary = BOUNDARY.matcher(type);
        if (type.regionMatches(true, 0, "multipart/form-data", 0, 19) && boundary.find()) {
            form.parts(posted.body(), boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        } else if (type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)) {
            form.pairs(new String(posted.body(), StandardCharsets.ISO_8859_1));
        } else {
            throw ProblemException.of(
                    415, "unsupported-media-type", "The body is not a form", "Send multipart/form-data.");
        }
        return form;
    }

    /** The field's text, or empty. */
    String text(String name) {
        var value = fields.get(name);
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** The field's bytes; a problem that names it when it is not there. */
    byte[] bytes(String name, String remedy) {
        var value = fields.get(name);
        if (value == null || value.length == 0) {
            throw ProblemException.invalid("/" + name, remedy);
        }
        return value;
    }

    InputStream stream(String name, String remedy) {
        return new ByteArrayInputStream(bytes(name, remedy));
    }

    private void put(String name, byte[] value) {
        if (fields.size() < FIELDS_LIMIT) {
            fields.putIfAbsent(name, value);
        }
    }

    private void pairs(String body) {
        for (var from = 0; from < body.length(); ) {
            var end = body.indexOf('&', from) < 0 ? body.length() : body.indexOf('&', from);
            var equals = body.indexOf('=', from);
            if (equals >= from && equals < end) {
                put(decoded(body.substring(from, equals)), bytes(decoded(body.substring(equals + 1, end))));
            }
            from = end + 1;
        }
    }

    // Each byte a character of its own, so that a mail in any encoding is not changed.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(400, "malformed-form", "The body cannot be read", "Send a form.");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void parts(byte[] body, String boundary) {
        var delimiter = bytes("--" + boundary);
        var part = indexOf(body, delimiter, 0);
        while (part >= 0) {
            var head = part + delimiter.length + 2;
            var next = indexOf(body, bytes("\r\n--" + boundary), part + delimiter.length);
            if (next < 0) {
                return;
            }
            var content = indexOf(body, bytes("\r\n\r\n"), head - 2);
            if (content >= 0 && content < next && content - head < HEAD_LIMIT && content >= head) {
                var name = NAME.matcher(new String(body, head, content - head, StandardCharsets.UTF_8));
                if (name.find()) {
                    put(
                            name.group(1) == null ? name.group(2) : name.group(1),
                            Arrays.copyOfRange(body, content + 4, Math.max(content + 4, next)));
                }
            }
            part = next + 2;
        }
    }

    private static int indexOf(byte[] body, byte[] sought, int from) {
        var last = body.length - sought.length;
        for (var at = from; at <= last; at++) {
            if (body[at] == sought[0] && Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }
}
