package io.carryon.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of the embedded PostgreSQL. */
public final class Databases {

    public static final String USER = "postgres";

    private static final String DUPLICATE_DATABASE = "42P04";

    private Databases() {}

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates the database unless it exists; its name must be a plain word. */
    public static void ensure(int port, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + database + "\"");
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
