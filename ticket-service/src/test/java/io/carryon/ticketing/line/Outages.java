package io.carryon.ticketing.line;

/** Takes parts of the stack away, and gives them back. */
public final class Outages {

    private Outages() {}

    /** From here on every connection to PostgreSQL is broken, and new ones are. */
    public static void cutTheDatabase() {
        CuttableLine.turn(Integer.parseInt(Line.setting("carryon.test.postgres.switch")), true);
    }

    public static void mendTheDatabase() {
        CuttableLine.turn(Integer.parseInt(Line.setting("carryon.test.postgres.switch")), false);
    }
}
