package io.carryon.gateway.door;

import io.carryon.gateway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;

/** An opaque place in a list, good only for the query it came from. */
public final class Cursor {

    private Cursor() {}

    /** The position to read before: the top without a cursor; 400 for a cursor of another query. */
    public static long position(String cursor, String query) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2);
            if (parts.length == 2 && parts[1].equals(query)) {
                return Long.parseLong(parts[0]);
            }
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/cursor", "is not a cursor of this list");
        }
        throw ProblemException.invalid("/cursor", "belongs to another query; start without a cursor");
    }

    private static String of(long position, String query) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + "\n" + query).getBytes(StandardCharsets.UTF_8));
    }

    /** Cuts a list read with one row too many; {@code next} is null at the end. */
    public static <T> Page<T> page(List<T> rows, int limit, ToLongFunction<T> position, String query) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, false);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, of(position.applyAsLong(items.getLast()), query), true);
    }

    /** Items, newest first. */
    public record Page<T>(List<T> items, String next, boolean hasMore) {}
}
