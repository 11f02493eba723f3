package io.carryon.ticketing.problem;

import java.util.List;
import java.util.function.Function;

/**
 * The rows of one page.
 *
 * @param hasMore whether there are rows behind them
 */
public record Slice<T>(List<T> items, boolean hasMore) {

    /** Cuts what was found by a query that was allowed one row more than the limit. */
    public static <T> Slice<T> of(List<T> found, int limit) {
        return found.size() > limit ? new Slice<>(found.subList(0, limit), true) : new Slice<>(found, false);
    }

    /** The cursor behind the last row; null on the last page. */
    public String next(Function<T, String> cursor) {
        return hasMore ? cursor.apply(items.getLast()) : null;
    }
}
