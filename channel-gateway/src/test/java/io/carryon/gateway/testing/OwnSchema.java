package io.carryon.gateway.testing;

import io.carryon.gateway.storage.Sql;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema in the tests' PostgreSQL, migrated like the service's, that no worker of the running service looks at. */
public final class OwnSchema {

    private static final Sql SQL = migrated();

    private OwnSchema() {}

    /** The schema with nothing in it; who had it before is done with it. */
    public static Sql emptied() {
        SQL.query("""
                        select string_agg(quote_ident(tablename), ', ') from pg_tables
                        where schemaname = current_schema() and tablename <> 'flyway_schema_history'
                        """, row -> row.getString(1)).forEach(tables -> SQL.update("truncate " + tables));
        return SQL;
    }

    private static Sql migrated() {
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        var database = new PGSimpleDataSource();
        database.setUrl(setting("url"));
        database.setUser(setting("user"));
        database.setPassword(setting("password"));
        database.setCurrentSchema(name);
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .schemas(name)
                .defaultSchema(name)
                .load()
                .migrate();
        return new Sql(database);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("carryon.postgres." + name, String.class);
    }
}
