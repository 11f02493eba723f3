package io.carryon.gateway.testing;

import io.carryon.gateway.storage.Sql;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema in the tests' PostgreSQL, migrated like the service's, that no worker of the running service looks at. */
public final class OwnSchema {

    private OwnSchema() {}

    /** Makes an empty one. */
    public static Sql create() {
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
