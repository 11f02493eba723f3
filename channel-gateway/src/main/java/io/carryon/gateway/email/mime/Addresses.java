package io.carryon.gateway.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads address lists (RFC 5322, groups and obsolete forms included) without insisting on their grammar. */
public final class Addresses {

    /** Begins only where a word does, so that a long word without an at sign is looked at once. */
    private static final Pattern BARE = Pattern.compile("(?<![^\\s<>\"(),;:])[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");

    private static final Pattern GROUP = Pattern.compile("^[^<>@\":]*:(?!//)");

    private Addresses() {}

    /** A name, decoded, or null; and an address as written, or null when there is none. */
    public record Address(String name, String address) {}

    /** All addresses of a raw field. */
    public static List<Address> parse(String raw) {
        var found = new ArrayList<Address>();
        for (var one : split(raw)) {
            var address = one(one);
            if (address != null) {
                found.add(address);
            }
        }
        return found;
    }

    private static Address one(String text) {
        var comment = new StringBuilder();
        var plain =
                withoutComments(GROUP.matcher(text).replaceFirst(""), comment).strip();
        if (plain.isEmpty()) {
            return null;
        }
        var open = indexOutsideQuotes(plain, '<');
        if (open >= 0) {
            var close = plain.indexOf('>', open);
            var inside = plain.substring(open + 1, close < 0 ? plain.length() : close);
            var colon = inside.startsWith("@") ? inside.indexOf(':') : -1;
            var name = name(plain.substring(0, open));
            return new Address(
                    name == null && !comment.isEmpty() ? name(comment.toString()) : name,
                    blankToNull(EncodedWords.decode(inside.substring(colon + 1)).replaceAll("\\s+", "")));
        }
        var bare = BARE.matcher(plain);
        if (bare.find()) {
            var rest = (plain.substring(0, bare.start()) + plain.substring(bare.end())).strip();
            return new Address(name(rest.isEmpty() ? comment.toString() : rest), EncodedWords.decode(bare.group()));
        }
        return new Address(name(plain), null);
    }

    private static String name(String raw) {
        var text = raw.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        } else if (text.indexOf('"') >= 0 && !text.contains("=?")) {
            text = text.replaceAll("(?<!\\\\)\"", "").replaceAll("\\\\(.)", "$1");
        }
        var decoded = EncodedWords.decode(text).strip();
        return decoded.isEmpty() ? null : decoded;
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<String> split(String raw) {
        var parts = new ArrayList<String>();
        var current = new StringBuilder();
        var quoted = false;
        var depth = 0;
        var angle = false;
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                current.append(c).append(raw.charAt(++i));
                continue;
            }
            quoted = (c == '"' && depth == 0) != quoted;
            if (!quoted) {
                depth = c == '(' ? depth + 1 : c == ')' ? Math.max(0, depth - 1) : depth;
                angle = c == '<' || (angle && c != '>');
            }
            if ((c == ',' || c == ';') && !quoted && depth == 0 && !angle) {
                parts.add(current.toString());
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        parts.add(current.toString());
        return parts;
    }

    private static String withoutComments(String text, StringBuilder comment) {
        var plain = new StringBuilder();
        var quoted = false;
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            quoted = (c == '"' && depth == 0) != quoted;
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (depth > 0) {
                comment.append(c);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int indexOutsideQuotes(String text, char wanted) {
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            quoted = text.charAt(i) == '"' ? !quoted : quoted;
            if (!quoted && text.charAt(i) == wanted) {
                return i;
            }
        }
        return text.indexOf(wanted);
    }
}
