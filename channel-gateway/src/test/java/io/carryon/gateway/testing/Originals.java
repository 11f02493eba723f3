package io.carryon.gateway.testing;

import io.carryon.gateway.storage.Sql;

/** Originals that are kept as rows. */
public final class Originals {

    private Originals() {}

    /** How many there are with the words in them. */
    public static long with(Sql sql, String words) {
        return sql.first(
                        "select count(*) from original where position(convert_to(?, 'UTF8') in content) > 0",
                        row -> row.getLong(1),
                        words)
                .orElseThrow();
    }
}
