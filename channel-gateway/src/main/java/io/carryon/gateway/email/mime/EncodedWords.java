package io.carryon.gateway.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes readable text of a header's bytes: RFC 2047 words, raw UTF-8 (RFC 6532), and what careless senders put there. */
public final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]++)\\?([bBqQ])\\?([^?]*+)\\?=");

    private EncodedWords() {}

    /** Decodes a value whose chars are bytes; never throws, what cannot be decoded stays as it is. */
    public static String decode(String raw) {
        var text = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        String pendingCharset = null;
        var at = 0;
        var words = WORD.matcher(raw);
        while (words.find()) {
            var between = raw.substring(at, words.start());
            var charset = withoutLanguage(words.group(1));
            // A character may be cut in two by neighbouring words of one charset, so their bytes are joined first.
            var joins = pendingCharset != null && between.isBlank();
            if (!joins || !pendingCharset.equalsIgnoreCase(charset)) {
                flush(pending, pendingCharset, text);
            }
            if (!joins) {
                text.append(plain(between));
            }
            pending.writeBytes(bytes(words.group(2), words.group(3)));
            pendingCharset = charset;
            at = words.end();
        }
        flush(pending, pendingCharset, text);
        return text.append(plain(raw.substring(at))).toString();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        if (pending.size() > 0) {
            text.append(Charsets.decode(pending.toByteArray(), charset));
            pending.reset();
        }
    }

    private static byte[] bytes(String encoding, String content) {
        return encoding.toUpperCase(Locale.ROOT).equals("B")
                ? TransferEncoding.base64(content.getBytes(StandardCharsets.ISO_8859_1))
                : TransferEncoding.quotedPrintable(
                        content.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private static String withoutLanguage(String charset) {
        var star = charset.indexOf('*');
        return star > 0 ? charset.substring(0, star) : charset;
    }

    private static String plain(String raw) {
        return raw.chars().allMatch(c -> c < 128)
                ? raw
                : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }
}
