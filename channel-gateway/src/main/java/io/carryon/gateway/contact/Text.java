package io.carryon.gateway.contact;

/** Makes any text fit to be stored and sent: no NUL, no half of a surrogate pair, never over its limit. */
public final class Text {

    private Text() {}

    /** Without NUL and with lone surrogates replaced, as PostgreSQL and UTF-8 demand; null stays null. */
    public static String clean(String text) {
        if (text == null || isClean(text)) {
            return text;
        }
        var cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    /** At most {@code limit} UTF-16 units, never ending inside a character; null stays null. */
    public static String cut(String text, int limit) {
        if (text == null || text.length() <= limit) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
