package io.carryon.gateway.door;

import io.carryon.gateway.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * Query parameters as words: one that cannot be read is a 400 that names it. Converted by the framework it would be a
 * 404, as if the path were wrong.
 */
public final class QueryWords {

    private QueryWords() {}

    /** The word in any case, or null when it is left out. */
    public static <E extends Enum<E>> E word(Class<E> words, String name, String given) {
        if (given == null) {
            return null;
        }
        try {
            return Enum.valueOf(words, given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/" + name, "must be one of " + List.of(words.getEnumConstants()));
        }
    }

    /** How many items a page may have, from 1 to {@code most}. */
    public static int limit(String given, int usual, int most) {
        if (given == null) {
            return usual;
        }
        try {
            var limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw notALimit(most);
        }
        throw notALimit(most);
    }

    private static ProblemException notALimit(int most) {
        return ProblemException.invalid("/limit", "must be a number from 1 to " + most);
    }
}
