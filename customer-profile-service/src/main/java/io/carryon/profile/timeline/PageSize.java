package io.carryon.profile.timeline;

import io.carryon.profile.problem.ProblemException;
import java.util.regex.Pattern;

/** How many entries a page holds: from 1 to {@value #MOST}. */
public record PageSize(int entries) {

    static final int MOST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Reads the query parameter {@code limit}, which JAX-RS calls by this name. */
    public static PageSize fromString(String limit) {
        var entries = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (entries < 1 || entries > MOST) {
            throw ProblemException.invalid("/limit", "must be a whole number from 1 to " + MOST);
        }
        return new PageSize(entries);
    }
}
