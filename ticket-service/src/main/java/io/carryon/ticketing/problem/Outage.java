package io.carryon.ticketing.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a part that is away, and will be back, from a request that cannot succeed. */
public final class Outage {

    /**
     * SQLSTATE classes: connection, rolled back for another's sake (a deadlock), resources, operator intervention (a
     * server shutting down), system error.
     */
    private static final List<String> STATES = List.of("08", "40", "53", "57P", "58");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether among the causes is that the database or the broker cannot be reached, or had to give way just now. */
    public static boolean causedBy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Outage::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException away -> true;
            case SQLException sql -> isOutage(sql);
            case RetriableException broker -> true;
            default -> false;
        };
    }

    private static boolean isOutage(SQLException sql) {
        if (sql.getSQLState() == null) {
            // The connection pool's own word, which carries no state.
            return sql.getMessage() != null
                    && sql.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return STATES.stream().anyMatch(sql.getSQLState()::startsWith);
    }
}
