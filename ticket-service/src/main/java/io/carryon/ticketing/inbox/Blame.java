package io.carryon.ticketing.inbox;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Whether a failure is the message's own fault. Only that is a reason to give a message up: a database that is read
 * only, full or closed to us fails every message the same way, and none of them for good.
 */
enum Blame {
    /** No number of tries helps: it cannot be read, or holds a value the database has no form for (class 22). */
    MESSAGE,
    /**
     * A rule of the database (class 23), a competitor's doing at first and the message's when it stays; or our own
     * code fails on it, which must not hold up the messages behind it either.
     */
    PERHAPS_MESSAGE,
    /** Whatever else it is, it will pass. */
    OTHERS;

    private static final int DEEPEST = 20;

    static Blame of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(Blame::ofOne)
                .filter(blame -> blame != OTHERS)
                .findFirst()
                .orElse(OTHERS);
    }

    /** Why, without the message's own words: personal data has no place in logs and reasons. */
    static String reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(cause -> cause instanceof UnreadableEventException || cause instanceof SQLException)
                .findFirst()
                .map(Blame::reasonOfOne)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static Blame ofOne(Throwable cause) {
        return switch (cause) {
            case UnreadableEventException unreadable -> MESSAGE;
            case SQLException sql when inClass(sql, "22") -> MESSAGE;
            case SQLException sql when inClass(sql, "23") -> PERHAPS_MESSAGE;
            case NullPointerException mistake -> PERHAPS_MESSAGE;
            case ClassCastException mistake -> PERHAPS_MESSAGE;
            case IndexOutOfBoundsException mistake -> PERHAPS_MESSAGE;
            case NoSuchElementException mistake -> PERHAPS_MESSAGE;
            case IllegalArgumentException mistake -> PERHAPS_MESSAGE;
            case ArithmeticException mistake -> PERHAPS_MESSAGE;
            case DateTimeException mistake -> PERHAPS_MESSAGE;
            default -> OTHERS;
        };
    }

    private static boolean inClass(SQLException sql, String sqlClass) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(sqlClass);
    }

    private static String reasonOfOne(Throwable cause) {
        return cause instanceof SQLException sql
                ? "The database refused it: SQLSTATE " + sql.getSQLState()
                : cause.getMessage();
    }
}
