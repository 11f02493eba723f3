package io.carryon.gateway.portal;

import io.carryon.gateway.storage.Sql;
import io.quarkus.arc.Arc;

/** The limits of a door that somebody came through too often, until it is closed. */
final class Limits implements AutoCloseable {

    private final String door;

    private Limits(String door) {
        this.door = door;
    }

    /** Nobody who came through the door before comes through it now. */
    static Limits reached(String door) {
        sql().update(
                        "update guard_count set used = 100000000, ends_at = ends_at + interval '1 hour' where scope like ?",
                        door + "|%");
        return new Limits(door);
    }

    @Override
    public void close() {
        sql().update("delete from guard_count where scope like ?", door + "|%");
    }

    private static Sql sql() {
        return Arc.container().instance(Sql.class).get();
    }
}
