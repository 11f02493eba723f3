package io.carryon.gateway.privacy;

import io.carryon.gateway.storage.Sql;

/** Counts what is left in the tables. */
final class Rows {

    private Rows() {}

    /** @param where a table and a condition with one parameter */
    static long of(Sql sql, String where, Object value) {
        return sql.first("select count(*) from " + where, row -> row.getLong(1), value)
                .orElseThrow();
    }
}
