package io.carryon.gateway.messenger;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into as many messages as it needs, between paragraphs, lines or words where there are any. */
public final class TextParts {

    private TextParts() {}

    /** Parts of at most {@code longest} UTF-16 units, none blank; no character is cut in two. */
    public static List<String> of(String text, int longest) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > longest) {
            var end = end(rest, longest);
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static int end(String text, int longest) {
        for (var between : List.of("\n\n", "\n", " ")) {
            var at = text.lastIndexOf(between, longest);
            if (at > longest / 2) {
                return at;
            }
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
