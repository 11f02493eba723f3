package io.carryon.profile.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Cutting text to what a document or a card may carry. */
public final class Texts {

    /** The control character that does not stand among the others. */
    private static final char DELETE = 0x7f;

    private Texts() {}

    /** The first {@code most} UTF-16 units, one less where that would split a character. */
    public static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** A text longer than {@code most} keeps its beginning and is told from its like by its SHA-256. */
    public static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var hash = digest(text);
        return cut(text, most - hash.length() - 1) + "~" + hash;
    }

    /** Its SHA-256 in hex. */
    public static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One line of at most {@code most} units, or null when nothing is left. */
    public static String line(String text, int most) {
        if (text == null) {
            return null;
        }
        // A long mail is not searched beyond what an excerpt can show.
        var line = withSingleBlanks(cut(text, most * 8)).strip();
        return line.isEmpty() ? null : cut(line, most);
    }

    private static String withSingleBlanks(String text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var isBlank = text.charAt(i) <= ' ' || text.charAt(i) == DELETE;
            if (!isBlank) {
                line.append(text.charAt(i));
            } else if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
