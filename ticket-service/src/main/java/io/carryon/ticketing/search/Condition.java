package io.carryon.ticketing.search;

import java.util.List;

/**
 * What must hold of a ticket {@code t}, in SQL with a question mark for each value.
 *
 * @param values ids, texts, times, or a list for an array of texts
 * @param hasIndex whether its tickets are found in the order of a list without looking through many others
 * @param either conditions of which exactly one holds where this one does; empty for none
 */
public record Condition(String sql, List<Object> values, boolean hasIndex, List<Condition> either) {

    public Condition {
        values = List.copyOf(values);
        either = List.copyOf(either);
    }

    /** One that has no index of its own. */
    public static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values), false, List.of());
    }

    /** One whose tickets an index finds. */
    public static Condition indexed(String sql, Object... values) {
        return new Condition(sql, List.of(values), true, List.of());
    }

    /** The tickets of which it does not hold, or of which nobody knows. */
    Condition not() {
        return new Condition("(" + sql + ") is not true", values, false, List.of());
    }
}
