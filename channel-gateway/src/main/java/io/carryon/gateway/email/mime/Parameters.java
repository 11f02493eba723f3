package io.carryon.gateway.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A structured field such as Content-Type: its word and its parameters, with RFC 2231 pieces and charsets joined. */
public record Parameters(String word, Map<String, String> values) {

    private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d+))?(\\*)?");

    /** Reads the raw field; the word and the names come out in lower case, the first of a repeated name counts. */
    static Parameters parse(String raw) {
        var end = raw.indexOf(';');
        var word = (end < 0 ? raw : raw.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        var given = new LinkedHashMap<String, String>();
        new Scanner(raw, end < 0 ? raw.length() : end).readInto(given);
        return new Parameters(word, joined(given));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Map<String, String> joined(Map<String, String> given) {
        var values = new LinkedHashMap<String, String>();
        var pieces = new LinkedHashMap<String, TreeMap<Integer, String>>();
        var charsets = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            var piece = PIECE.matcher(name);
            if (!piece.matches() || (piece.group(2) == null && piece.group(3) == null)) {
                values.put(name, EncodedWords.decode(value));
                return;
            }
            var number = numberOf(piece.group(2));
            var content = value;
            if (piece.group(3) != null) {
                if (number == 0) {
                    var charset = value.indexOf('\'');
                    var language = charset < 0 ? -1 : value.indexOf('\'', charset + 1);
                    if (language > 0) {
                        charsets.put(piece.group(1), value.substring(0, charset));
                        content = value.substring(language + 1);
                    }
                }
                content = percentDecoded(content);
            }
            pieces.computeIfAbsent(piece.group(1), n -> new TreeMap<>()).put(number, content);
        });
        pieces.forEach((name, parts) -> values.put(
                name,
                Charsets.decode(
                        String.join("", parts.values()).getBytes(StandardCharsets.ISO_8859_1), charsets.get(name))));
        return values;
    }

    private static int numberOf(String digits) {
        return digits == null || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    private static String percentDecoded(String value) {
        var bytes =
                TransferEncoding.quotedPrintable(value.replace('%', '=').getBytes(StandardCharsets.ISO_8859_1), false);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Written by hand, because a pattern over quoted strings overflows the stack on a long hostile field. */
    private static final class Scanner {

        private final String raw;
        private int at;

        Scanner(String raw, int at) {
            this.raw = raw;
            this.at = at;
        }

        void readInto(Map<String, String> given) {
            while (at < raw.length()) {
                at++;
                var name = until("=;").strip().toLowerCase(Locale.ROOT);
                if (at < raw.length() && raw.charAt(at) == '=') {
                    at++;
                    var value = value();
                    if (!name.isEmpty()) {
                        given.putIfAbsent(name, value);
                    }
                }
            }
        }

        private String value() {
            while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                at++;
            }
            if (at >= raw.length() || raw.charAt(at) != '"') {
                return until(";").strip();
            }
            var value = new StringBuilder();
            for (at++; at < raw.length() && raw.charAt(at) != '"'; at++) {
                if (raw.charAt(at) == '\\' && at + 1 < raw.length()) {
                    at++;
                }
                value.append(raw.charAt(at));
            }
            until(";");
            return value.toString();
        }

        private String until(String ends) {
            var from = Math.min(at, raw.length());
            while (at < raw.length() && ends.indexOf(raw.charAt(at)) < 0) {
                at++;
            }
            return raw.substring(from, Math.min(at, raw.length()));
        }
    }
}
