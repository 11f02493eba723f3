package io.carryon.profile.identity;

/** Cutting text to what a document or a card may carry. */
public final class Texts {

    private Texts() {}

    /** The first {@code most} UTF-16 units, one less where that would split a character. */
    public static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line of at most {@code most} units, or null when nothing is left. */
    public static String line(String text, int most) {
        if (text == null) {
            return null;
        }
        // A long mail is not searched beyond what an excerpt can show.
        var line = cut(text, most * 8).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.isEmpty() ? null : cut(line, most);
    }
}
