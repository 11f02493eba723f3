package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Originals that are kept in the transaction of the row they came with. A file of their own takes two flushes to the
 * disk more, a quarter of what a portal's request costs.
 */
@ApplicationScoped
public class OriginalRows {

    /** A part of a {@code with}: binds the hash, the content and the time, and keeps them when the part named has a row. */
    public static final String INSERT_WITH = """
            insert into original (sha256, content, kept_at) select ?, ?::bytea, ?::timestamptz from %s
            on conflict (sha256) do nothing""";

    private final Sql sql;

    public OriginalRows(Sql sql) {
        this.sql = sql;
    }

    void erase(String sha256) {
        sql.update("delete from original where sha256 = ?", sha256);
    }

    Optional<InputStream> open(String sha256) {
        return sql.first("select content from original where sha256 = ?", row -> row.getBytes(1), sha256)
                .map(ByteArrayInputStream::new);
    }

    OptionalLong size(String sha256) {
        return sql
                .query("select octet_length(content) from original where sha256 = ?", row -> row.getLong(1), sha256)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
